import { type DemoPerson } from '../person';

/** Further applicants for the accounting vacancy: a clerk, a bank adviser, and a developer of accounting software. */
export const ACCOUNTANT_LONG_SHOTS: readonly DemoPerson[] = [
  {
    name: 'Nomvula Dlamini',
    headline: 'Accounts Payable Specialist',
    email: 'nomvula.dlamini@example.org',
    phone: '+44 117 496 0230',
    location: 'Bristol, United Kingdom',
    links: ['linkedin.com/in/nomvula-dlamini-demo'],
    summary:
      'Accounts payable specialist with five years of high-volume invoice processing and a good relationship with every supplier.',
    positions: [
      {
        employer: 'Avonmouth Building Supplies',
        title: 'Accounts Payable Specialist',
        location: 'Bristol',
        start: '2022-02',
        end: null,
        bullets: [
          'Process 1,900 invoices a month in Sage with an error rate of 0.3%.',
          'Renegotiated terms with 45 suppliers and gained £62,000 of early payment discount.',
          'Reconcile supplier statements and prepare two payment runs a week.',
          'Introduced scanning with approval by e-mail; an invoice is paid after 9 days instead of 21.',
          'Train apprentices, 4 since 2023.',
        ],
      },
      {
        employer: 'Harbourside Lettings',
        title: 'Bookkeeper',
        location: 'Bath',
        start: '2020-03',
        end: '2022-01',
        bullets: [
          'Kept the books of 80 rental properties in Xero, including bank feeds and VAT returns.',
          'Chased arrears and lowered overdue rent by 27%.',
          'Prepared annual accounts of 6 small companies for the external accountant.',
          'Ran the payroll of 14 cleaners and caretakers.',
        ],
      },
      {
        employer: 'Durban Harbour Chandlers',
        title: 'Accounts Clerk',
        location: 'Durban, South Africa',
        start: '2018-06',
        end: '2019-12',
        bullets: ['Matched 600 orders, deliveries and invoices a month.'],
      },
    ],
    educations: [
      {
        school: 'Umgeni College of Commerce',
        degree: 'National Diploma',
        field: 'Bookkeeping',
        start: '2016',
        end: '2018',
      },
    ],
    projects: [],
    skills: [
      'Accounts payable',
      'Invoice processing',
      'Sage',
      'Xero',
      'Bookkeeping',
      'VAT returns',
      'Microsoft Excel',
      'Supplier relations',
    ],
    certifications: [{ name: 'AAT Level 3', issuer: 'AAT', year: '2021' }],
    languages: [
      { name: 'English', level: 'fluent' },
      { name: 'Zulu', level: 'native' },
    ],
  },
  {
    name: 'Bogdan Ionescu',
    headline: 'Bank Customer Adviser',
    email: 'bogdan.ionescu@example.com',
    phone: '+44 151 496 0517',
    location: 'Liverpool, United Kingdom',
    links: [],
    summary:
      'Customer adviser in retail banking with four years at the counter and on the telephone. Friendly with people, exact with money.',
    positions: [
      {
        employer: 'Merseyfield Building Society',
        title: 'Customer Adviser',
        location: 'Liverpool',
        start: '2022-09',
        end: null,
        bullets: [
          'Serve 60 customers a day; satisfaction of 4.8 out of 5 over 1,100 answers.',
          'Balance a till of £25,000 daily without a difference in 14 months.',
          'Opened 380 savings accounts last year, third of 29 advisers.',
          'Recognised 11 attempted frauds and protected £48,000 of customers’ savings.',
          'Explain mortgages and refer about 8 customers a month to an adviser.',
        ],
      },
      {
        employer: 'Tramlink Telecom',
        title: 'Call Centre Agent',
        location: 'Warrington',
        start: '2020-11',
        end: '2022-08',
        bullets: [
          'Answered 75 calls a day about contracts and bills, 82% solved in the first call.',
          'Trained 6 new agents in their first two weeks.',
          'Wrote short answers for 20 frequent questions.',
        ],
      },
    ],
    educations: [
      {
        school: 'Carpathia Economic College',
        degree: 'Baccalaureate',
        field: 'Economics',
        start: '2015',
        end: '2019',
      },
    ],
    projects: [],
    skills: [
      'Customer service',
      'Cash handling',
      'Sales',
      'Complaint handling',
      'Microsoft Office',
      'Anti-money laundering',
    ],
    certifications: [
      {
        name: 'Certificate in Retail Banking Conduct',
        issuer: 'Institute of Banking Studies',
        year: '2023',
      },
    ],
    languages: [
      { name: 'Romanian', level: 'native' },
      { name: 'English', level: 'fluent' },
    ],
  },
  {
    name: 'Sadie Whitehorse',
    headline: 'Software Engineer, Financial Systems',
    email: 'sadie.whitehorse@example.net',
    phone: '+1 505-555-0112',
    location: 'Albuquerque, NM',
    links: ['github.com/swhitehorse-demo', 'linkedin.com/in/sadie-whitehorse-demo'],
    summary:
      'Software engineer who builds accounting systems. Five years of Java and PostgreSQL on a general ledger that 3,000 small companies close their books with.',
    positions: [
      {
        employer: 'Mesa Ledger Software',
        title: 'Software Engineer',
        location: 'Albuquerque, NM',
        start: '2021-07',
        end: null,
        bullets: [
          'Develop the general ledger and month-end close modules in Java and Spring Boot: 9 million postings a month.',
          'Wrote the bank reconciliation matcher that settles 91% of lines without a person.',
          'Moved 5 services into Docker and added REST APIs for 40 partner products.',
          'Designed the audit trail of the ledger with two CPAs; it passed three external reviews.',
          'Reduced the time of the year-end report from 14 minutes to 50 seconds.',
          'Review code for a team of 6 and wrote its testing guide.',
        ],
      },
      {
        employer: 'Turquoise Trail Credit Union',
        title: 'Junior Programmer',
        location: 'Santa Fe, NM',
        start: '2019-06',
        end: '2021-06',
        bullets: [
          'Automated 17 regulatory reports with SQL and Python.',
          'Supported 120 users of the core banking system.',
          'Built the nightly reconciliation of card payments, 30,000 a day.',
          'Wrote the handover of a COBOL report to SQL.',
        ],
      },
    ],
    educations: [
      {
        school: 'Rio Puerco University',
        degree: 'Bachelor of Science',
        field: 'Computer Science, minor in Accounting',
        start: '2015',
        end: '2019',
      },
    ],
    projects: [
      {
        name: 'beancounter-py',
        description:
          'A Python package that reads bank statements in five formats, 300 downloads a week.',
      },
    ],
    skills: [
      'Java',
      'Spring Boot',
      'PostgreSQL',
      'SQL',
      'Python',
      'Docker',
      'REST APIs',
      'General ledger',
      'Git',
    ],
    certifications: [],
    languages: [
      { name: 'English', level: 'native' },
      { name: 'Navajo', level: 'conversational' },
    ],
  },
];
