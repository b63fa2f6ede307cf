/** The company of the demonstration and its vacancies. All of it is invented. */
export const DEMO_JOB_KEYS = [
  'backend_engineer',
  'registered_nurse',
  'sous_chef',
  'senior_accountant',
] as const;
export type DemoJobKey = (typeof DEMO_JOB_KEYS)[number];

interface DemoCompany {
  readonly name: string;
  /** The first account of the company. Its password is public: never use it outside the demonstration. */
  readonly recruiter: {
    readonly full_name: string;
    readonly email: string;
    readonly password: string;
  };
}

/** The fields after `key` are those of `POST /api/v1/jobs`. */
export interface DemoJob {
  readonly key: DemoJobKey;
  readonly title: string;
  readonly company: string;
  readonly location: string;
  readonly employment_type: 'full_time';
  readonly description: string;
  readonly requirements: string;
  readonly skills_required: readonly string[];
  readonly min_years_experience: number;
}

export const DEMO_COMPANY: DemoCompany = {
  name: 'Lumen Demo Group',
  recruiter: {
    full_name: 'Robin Castellane',
    email: 'recruiter@lumen-demo.example',
    password: 'Lumen-Demo-2026',
  },
};

export const DEMO_JOBS: readonly DemoJob[] = [
  {
    key: 'backend_engineer',
    title: 'Backend Software Engineer',
    company: 'Lumen Freight Software',
    location: 'Manchester, United Kingdom',
    employment_type: 'full_time',
    description: [
      'Our platform plans the routes of 40,000 parcels a day for regional carriers.',
      'You join a team of seven that owns the booking and tracking services: TypeScript on Node.js,',
      'PostgreSQL behind them, queues in Redis, everything in containers on Kubernetes.',
      'You design REST APIs that partners build on, keep queries fast as the data grows,',
      'and carry your own changes to production and watch them there.',
    ].join(' '),
    requirements: [
      'At least 4 years of professional backend development with TypeScript and Node.js, preferably NestJS.',
      'Good command of PostgreSQL: schema design, indexes, query plans.',
      'Experience with Docker, Kubernetes and CI/CD pipelines.',
      'Automated testing is a habit. Redis, message queues and AWS are a plus.',
    ].join(' '),
    skills_required: [
      'TypeScript',
      'Node.js',
      'NestJS',
      'PostgreSQL',
      'Redis',
      'Docker',
      'Kubernetes',
      'REST APIs',
    ],
    min_years_experience: 4,
  },
  {
    key: 'registered_nurse',
    title: 'Registered Nurse, Medical-Surgical Unit',
    company: 'Lumen Riverside Hospital',
    location: 'Baltimore, MD',
    employment_type: 'full_time',
    description: [
      'Our 32-bed medical-surgical and telemetry unit looks after adults before and after surgery',
      'and with acute illness. You care for four to five patients a shift: you assess, plan and document their care,',
      'give medication, watch for early signs of deterioration, teach patients and families,',
      'and plan discharges together with physicians, therapists and case managers.',
    ].join(' '),
    requirements: [
      'Active registered nurse (RN) license and at least 2 years in acute care.',
      'BLS is required, ACLS preferred. Confident in patient assessment, medication administration,',
      'IV therapy and wound care. Careful charting in electronic health records (Epic).',
      'A bachelor of science in nursing is preferred.',
    ].join(' '),
    skills_required: [
      'Patient assessment',
      'Medication administration',
      'IV therapy',
      'Wound care',
      'BLS',
      'ACLS',
      'Electronic health records',
      'Telemetry',
    ],
    min_years_experience: 2,
  },
  {
    key: 'sous_chef',
    title: 'Sous Chef',
    company: 'Lumen House Hotel',
    location: 'London, United Kingdom',
    employment_type: 'full_time',
    description: [
      'The restaurant of Lumen House seats 90 and changes its menu with the seasons.',
      'As sous chef you run the pass when the head chef is away, lead a brigade of eleven,',
      'write specials from what the market brings, train commis and apprentices,',
      'and keep food cost, ordering, stock and hygiene where they should be.',
    ].join(' '),
    requirements: [
      'At least 3 years in a professional kitchen as chef de partie or sous chef, fine dining preferred.',
      'Menu development, knife skills and butchery. Food safety with HACCP, Level 3 certificate required.',
      'Inventory management, food cost control and staff training.',
    ].join(' '),
    skills_required: [
      'Menu development',
      'Food safety',
      'HACCP',
      'Food cost control',
      'Inventory management',
      'Knife skills',
      'Kitchen management',
      'Staff training',
    ],
    min_years_experience: 3,
  },
  {
    key: 'senior_accountant',
    title: 'Senior Accountant',
    company: 'Lumen Foods',
    location: 'Chicago, IL',
    employment_type: 'full_time',
    description: [
      'Lumen Foods makes and sells organic groceries in eleven states. You own the month-end close',
      'of three entities, prepare financial statements and variance analysis for management,',
      'reconcile balance sheet accounts, support the external audit and improve our controls',
      'while we move from spreadsheets to NetSuite. You guide two staff accountants.',
    ].join(' '),
    requirements: [
      "Bachelor's degree in accounting and at least 5 years in general ledger accounting; CPA preferred.",
      'Thorough knowledge of US GAAP, month-end close, account reconciliation and financial reporting.',
      'Advanced Microsoft Excel; NetSuite or a comparable ERP. Experience with audits and internal controls.',
    ].join(' '),
    skills_required: [
      'GAAP',
      'Month-end close',
      'General ledger',
      'Account reconciliation',
      'Financial reporting',
      'Microsoft Excel',
      'NetSuite',
      'Variance analysis',
    ],
    min_years_experience: 5,
  },
];
