import { type DemoPerson } from '../person';

/** Further applicants for the backend vacancy: a neighbour of the trade, an analyst, and a cook who learns to program. */
export const ENGINEER_LONG_SHOTS: readonly DemoPerson[] = [
  {
    name: 'Mateo Villanueva',
    headline: 'Frontend Developer',
    email: 'mateo.villanueva@example.com',
    phone: '+1 512-555-0163',
    location: 'Austin, TX',
    links: ['mateovillanueva.example'],
    summary:
      'Frontend developer with four years of React and TypeScript. I care about accessible interfaces and small bundles, and write the odd Node.js endpoint when a page needs one.',
    positions: [
      {
        employer: 'Juniper & Salt Retail',
        title: 'Frontend Developer',
        location: 'Austin, TX',
        start: '2023-02',
        end: null,
        bullets: [
          'Rebuilt the checkout in React and TypeScript; completed orders rose by 11% and complaints fell by half.',
          'Brought the design system to 64 components with Storybook, each tested for keyboard and screen reader use.',
          'Halved the JavaScript bundle from 780 kB to 390 kB.',
          'Set up visual regression tests that catch about 10 broken pages a month.',
          'Work with two designers in Figma and run a monthly accessibility clinic for the other teams.',
        ],
      },
      {
        employer: 'Pixel Orchard Studio',
        title: 'Web Developer',
        location: 'San Antonio, TX',
        start: '2020-06',
        end: '2023-01',
        bullets: [
          'Delivered 23 marketing sites with Next.js, Sass and headless content systems.',
          'Wrote 5 small Node.js services for forms and image resizing.',
          'Trained customers in their content system, 40 sessions in all.',
          'Moved 9 sites to a shared build on Vercel; a release takes 4 minutes instead of 40.',
        ],
      },
      {
        employer: 'Cedar Branch Library',
        title: 'IT Help Desk Assistant',
        location: 'San Antonio, TX',
        start: '2018-09',
        end: '2020-05',
        bullets: ['Answered 30 questions a day from readers and staff, in English and Spanish.'],
      },
    ],
    educations: [
      {
        school: 'Lone Cedar College',
        degree: 'Associate of Applied Science',
        field: 'Web Development',
        start: '2018',
        end: '2020',
      },
    ],
    projects: [],
    skills: [
      'React',
      'TypeScript',
      'JavaScript',
      'Next.js',
      'HTML',
      'CSS',
      'Sass',
      'Storybook',
      'Node.js',
      'Accessibility',
      'Figma',
    ],
    certifications: [],
    languages: [
      { name: 'English', level: 'native' },
      { name: 'Spanish', level: 'native' },
    ],
  },
  {
    name: 'Henrik Solberg',
    headline: 'Data Analyst',
    email: 'henrik.solberg@example.org',
    phone: '+44 131 496 0277',
    location: 'Edinburgh, United Kingdom',
    links: ['linkedin.com/in/henrik-solberg-demo'],
    summary:
      'Data analyst who turns messy operations data into decisions. Strong in SQL and visualisation; some Python for automation.',
    positions: [
      {
        employer: 'Firth Energy Cooperative',
        title: 'Data Analyst',
        location: 'Edinburgh',
        start: '2021-09',
        end: null,
        bullets: [
          'Maintain 26 Power BI dashboards on outages and demand that 400 colleagues use each week.',
          'Forecast winter demand within 3% with Python and scikit-learn, avoiding two emergency purchases worth £220,000.',
          'Wrote 150 documented SQL models in dbt on top of Snowflake.',
          'Teach SQL to colleagues from operations: 6 courses, 72 participants.',
          'Found a double count in the outage statistics and corrected three years of regulatory reports.',
        ],
      },
      {
        employer: 'Glenlairg Insurance',
        title: 'Reporting Assistant',
        location: 'Perth, United Kingdom',
        start: '2019-07',
        end: '2021-08',
        bullets: [
          'Prepared monthly claim reports for 5 regions in Excel and Tableau.',
          'Reduced a three-day manual consolidation to 2 hours with Power Query.',
          'Checked data quality of 400,000 policies before the move to a new system.',
          'Answered about 15 requests a week from underwriters.',
        ],
      },
    ],
    educations: [
      {
        school: 'Strathgarry University',
        degree: 'MA (Hons)',
        field: 'Economics and Statistics',
        start: '2015',
        end: '2019',
      },
    ],
    projects: [],
    skills: [
      'SQL',
      'Power BI',
      'Tableau',
      'Python',
      'pandas',
      'dbt',
      'Snowflake',
      'Microsoft Excel',
      'Statistics',
    ],
    certifications: [
      { name: 'Power BI Data Analyst Associate', issuer: 'Microsoft', year: '2022' },
    ],
    languages: [
      { name: 'English', level: 'fluent' },
      { name: 'Norwegian', level: 'native' },
    ],
  },
  {
    name: 'Nguyen Minh Anh',
    headline: 'Junior Developer, former Chef de Partie',
    email: 'minhanh.nguyen@example.com',
    phone: '+44 113 496 0461',
    location: 'Leeds, United Kingdom',
    links: ['github.com/minhanh-demo'],
    summary:
      'After six years in professional kitchens I finished a 16-week software course and now look for a first role as a developer. Calm under pressure, used to early deadlines and clear communication.',
    positions: [
      {
        employer: 'Codeyard Bootcamp',
        title: 'Software Development Trainee',
        location: 'Leeds',
        start: '2026-02',
        end: '2026-06',
        bullets: [
          'Built a table booking application with a team of 4 in JavaScript, Express and PostgreSQL.',
          'Deployed it with Docker and wrote 60 unit tests in Jest.',
          'Presented the project to 12 employers and answered their questions on the data model.',
        ],
      },
      {
        employer: 'Lantern Street Kitchen',
        title: 'Chef de Partie',
        location: 'Leeds',
        start: '2021-05',
        end: '2026-01',
        bullets: [
          'Ran the sauce section for 120 covers a night and trained 7 commis chefs.',
          'Kept the HACCP records of the section through 9 inspections without a finding.',
          'Wrote the ordering spreadsheet for 4 sections and cut vegetable waste by 15%.',
          'Stood in for the junior sous chef for 3 months.',
        ],
      },
      {
        employer: 'The Copper Ladle',
        title: 'Commis Chef',
        location: 'York, United Kingdom',
        start: '2019-09',
        end: '2021-04',
        bullets: [
          'Prepared vegetables, stocks and garnishes for a team of 9 and 80 covers.',
          'Learned butchery and bread in two three-month rotations.',
          'Labelled and dated everything in 3 cold rooms each evening.',
        ],
      },
    ],
    educations: [
      {
        school: 'Wharfe Catering College',
        degree: 'Level 2 Diploma',
        field: 'Professional Cookery',
        start: '2017',
        end: '2019',
      },
    ],
    projects: [
      {
        name: 'Mise en place',
        description:
          'A web page in JavaScript that scales recipes and prints prep lists; two former colleagues use it daily.',
      },
    ],
    skills: ['JavaScript', 'HTML', 'CSS', 'Git', 'SQL', 'Teamwork', 'Knife skills', 'Food safety'],
    certifications: [
      { name: 'Level 2 Food Safety and Hygiene', issuer: 'Highfield', year: '2021' },
    ],
    languages: [
      { name: 'Vietnamese', level: 'native' },
      { name: 'English', level: 'fluent' },
    ],
  },
];
