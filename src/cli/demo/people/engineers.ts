import { type DemoPerson } from '../person';

/** The three best applicants for the backend vacancy, the best first. */
export const ENGINEERS: readonly DemoPerson[] = [
  {
    name: 'Ngozi Adeyemi-Clarke',
    headline: 'Senior Backend Engineer',
    email: 'ngozi.adeyemi.clarke@example.com',
    phone: '+44 161 496 0142',
    location: 'Manchester, United Kingdom',
    links: ['linkedin.com/in/ngozi-adeyemi-clarke-demo', 'github.com/nac-demo'],
    summary:
      'Backend engineer with eight years of building and running TypeScript services for logistics and payments. At home in PostgreSQL, queues and Kubernetes; I like APIs that stay boring under load.',
    positions: [
      {
        employer: 'Corvid Parcel Systems',
        title: 'Senior Backend Engineer',
        location: 'Manchester',
        start: '2021-03',
        end: null,
        bullets: [
          'Lead the shipment tracking service (NestJS, TypeScript, PostgreSQL) that answers 6 million requests a day at a p95 of 48 ms.',
          'Moved 14 services from virtual machines to Kubernetes with Helm; deployments went from weekly to 20 a day.',
          'Cut the nightly reconciliation from 5 hours to 22 minutes by partitioning the events table and rewriting 9 queries.',
          'Designed public REST APIs with OpenAPI that 130 carriers integrate against, and mentor 4 engineers.',
          'Own the on-call rota of the team: pages fell from 31 to 4 a month after alerts were tied to what customers notice.',
          'Introduced contract tests between 9 services, which stopped breaking changes before they were merged.',
        ],
      },
      {
        employer: 'Brindle Pay',
        title: 'Backend Developer',
        location: 'Leeds',
        start: '2018-09',
        end: '2021-02',
        bullets: [
          'Built payout and ledger APIs in Node.js and Express, later NestJS, with 94% test coverage in Jest.',
          'Introduced Redis queues for webhooks; lost deliveries fell from 0.7% to zero in two quarters.',
          'Set up CI/CD in GitLab with Docker images scanned on every merge.',
          'Reviewed schema changes for three teams and wrote the guide to PostgreSQL migrations without downtime that is still in use.',
          'Moved secrets out of configuration files and rotated 260 of them without an outage.',
        ],
      },
      {
        employer: 'Northmoor Students’ Union',
        title: 'Web Developer (part-time)',
        location: 'Northmoor',
        start: '2017-01',
        end: '2018-08',
        bullets: [
          'Built the event booking site in Node.js and MySQL: 40 societies, 11,000 tickets a year.',
          'Replaced paper sign-up with QR codes at the door and saved 6 volunteers each night.',
        ],
      },
    ],
    educations: [
      {
        school: 'University of Northmoor',
        degree: 'BSc',
        field: 'Computer Science',
        start: '2015',
        end: '2018',
      },
    ],
    projects: [
      {
        name: 'parcelbox',
        description:
          'An open source TypeScript library for weights, volumes and tariffs of parcels, 1,400 stars and 22 contributors.',
      },
    ],
    skills: [
      'TypeScript',
      'Node.js',
      'NestJS',
      'PostgreSQL',
      'Redis',
      'Docker',
      'Kubernetes',
      'REST APIs',
      'Helm',
      'AWS',
      'Jest',
      'GitLab CI',
      'OpenAPI',
    ],
    certifications: [
      {
        name: 'Certified Kubernetes Application Developer',
        issuer: 'Cloud Native Computing Foundation',
        year: '2023',
      },
    ],
    languages: [
      { name: 'English', level: 'native' },
      { name: 'Yoruba', level: 'conversational' },
    ],
  },
  {
    name: 'Tomáš Havlíček',
    headline: 'Backend Engineer (Node.js, TypeScript)',
    email: 'tomas.havlicek@example.org',
    phone: '+44 20 7946 0318',
    location: 'London, United Kingdom',
    links: ['github.com/thavlicek-demo'],
    summary:
      'Five years of Node.js in product teams, the last three on event-driven services. Careful with data models, quick with a profiler.',
    positions: [
      {
        employer: 'Wickerlane Tickets',
        title: 'Backend Engineer',
        location: 'London',
        start: '2022-06',
        end: null,
        bullets: [
          'Develop the booking API in TypeScript and Fastify; it sold 310,000 seats in its busiest hour without an incident.',
          'Replaced polling with RabbitMQ events between 8 services and reduced database load by 37%.',
          'Tuned PostgreSQL indexes and connection pooling; median query time fell from 90 ms to 11 ms.',
          'Wrote load tests in k6 that run before each big sale and found 7 bottlenecks in a year.',
          'Introduced structured logs and traces with OpenTelemetry; time to find a fault fell from hours to 15 minutes.',
          'Help with interviews: 25 candidates in 2025.',
        ],
      },
      {
        employer: 'Modrá Software',
        title: 'Software Developer',
        location: 'Brno, Czech Republic',
        start: '2020-10',
        end: '2022-05',
        bullets: [
          'Wrote REST APIs in Node.js for 12 e-commerce customers, each delivered as Docker images.',
          'Added integration tests with Testcontainers and found 40 regressions before release in the first year.',
          'Maintained a shared TypeScript library for payments and invoices, used in 9 shops.',
          'Supported two large shops on call through the Christmas season with an uptime of 99.97%.',
        ],
      },
    ],
    educations: [
      {
        school: 'Moravian Technical University',
        degree: 'Ing. (MSc)',
        field: 'Software Engineering',
        start: '2015',
        end: '2020',
      },
    ],
    projects: [
      {
        name: 'Queue viewer',
        description:
          'A small Node.js tool that shows what waits in Redis and RabbitMQ queues, written for our support team.',
      },
    ],
    skills: [
      'TypeScript',
      'Node.js',
      'Fastify',
      'PostgreSQL',
      'RabbitMQ',
      'Redis',
      'Docker',
      'REST APIs',
      'GraphQL',
      'Linux',
      'Git',
    ],
    certifications: [],
    languages: [
      { name: 'Czech', level: 'native' },
      { name: 'English', level: 'C1' },
      { name: 'German', level: 'B1' },
    ],
  },
  {
    name: 'Leilani Kahananui',
    headline: 'Python Backend Developer',
    email: 'leilani.k@example.net',
    phone: '(808) 555-0127',
    location: 'Honolulu, HI',
    links: ['leilani-builds.example', 'github.com/lkahananui-demo'],
    summary:
      'Backend developer with six years of Django and PostgreSQL in health and travel products. Learning TypeScript at work since last year.',
    positions: [
      {
        employer: 'Halcyon Travel Tech',
        title: 'Software Engineer, Backend',
        location: 'Honolulu, HI',
        start: '2022-01',
        end: null,
        bullets: [
          'Own the availability service in Python and Django REST Framework: 1,800 hotels, 25 million rates, refreshed every 10 minutes.',
          'Containerized 6 applications with Docker and moved them to AWS ECS, saving $74,000 a year.',
          'Started the first TypeScript service of the company, a Node.js gateway for partner webhooks.',
          'Brought search latency from 900 ms to 140 ms with PostgreSQL indexes and a Redis cache.',
          'Wrote REST APIs for 6 booking partners and the documentation they work with.',
          'Mentor one intern every summer.',
        ],
      },
      {
        employer: 'Koa Health Records',
        title: 'Junior Developer',
        location: 'Hilo, HI',
        start: '2019-08',
        end: '2021-12',
        bullets: [
          'Built scheduling features for 90 clinics with Django, Celery and PostgreSQL.',
          'Automated 31 manual reports with SQL and pandas, returning two working days a week to the support team.',
          'Wrote 200 tests with pytest and brought coverage from 35% to 80%.',
          'Took part in the audit for health data protection and closed 18 findings in the backend.',
        ],
      },
    ],
    educations: [
      {
        school: 'Pacific Islands State University',
        degree: 'Bachelor of Science',
        field: 'Information and Computer Sciences',
        start: '2015',
        end: '2019',
      },
    ],
    projects: [
      {
        name: 'Tide tables',
        description: 'A Django site with tides and surf for 24 beaches, 5,000 visitors a month.',
      },
    ],
    skills: [
      'Python',
      'Django',
      'PostgreSQL',
      'SQL',
      'Docker',
      'AWS',
      'Celery',
      'Redis',
      'REST APIs',
      'pytest',
    ],
    certifications: [
      { name: 'AWS Certified Developer Associate', issuer: 'Amazon Web Services', year: '2024' },
    ],
    languages: [
      { name: 'English', level: 'native' },
      { name: 'Hawaiian', level: 'intermediate' },
    ],
  },
];
