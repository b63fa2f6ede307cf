/**
 * The structure of docs/architecture.md as rules. Calls between modules go one way; a module is entered
 * through its index.ts only.
 */
const MAY_CALL = {
  tasks: [],
  companies: [],
  users: ['companies'],
  auth: ['users', 'companies'],
  skills: ['tasks'],
  jobs: ['companies', 'users', 'skills'],
  candidates: [],
  resumes: ['candidates', 'skills', 'jobs', 'tasks'],
  matching: ['users', 'jobs', 'resumes', 'candidates', 'skills', 'tasks'],
  search: ['jobs', 'resumes', 'candidates', 'skills'],
  analytics: [],
  idempotency: [],
  intake: ['users', 'idempotency', 'candidates', 'jobs', 'resumes', 'matching', 'tasks'],
  collaboration: ['users', 'jobs', 'candidates'],
  careers: ['companies', 'jobs', 'intake', 'resumes'],
  insights: ['jobs', 'resumes', 'matching', 'skills', 'tasks'],
  interviews: ['jobs', 'resumes', 'candidates', 'matching', 'users', 'insights'],
  chat: ['jobs', 'candidates', 'resumes', 'matching', 'search', 'insights', 'skills'],
  notifications: ['tasks'],
  webhooks: ['tasks'],
  transfers: ['candidates', 'jobs', 'idempotency', 'tasks'],
  audit: [],
};

/** What a module tells others. Whoever listens imports the event's class, whatever the table says. */
const EVENTS = '^src/modules/[^/]+/[^/]+\\.events\\.ts$';

const moduleRules = Object.entries(MAY_CALL).map(([name, callees]) => ({
  name: `${name}-calls`,
  comment: `${name} may call ${callees.join(', ') || 'no module'}.`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: {
    path: '^src/modules/',
    pathNot: [
      `^src/modules/${name}/`,
      EVENTS,
      ...callees.map((callee) => `^src/modules/${callee}/`),
    ],
  },
}));

module.exports = {
  forbidden: [
    ...moduleRules,
    {
      name: 'module-without-a-row',
      comment: 'Every module has a row in the table above.',
      severity: 'error',
      from: {
        path: '^src/modules/',
        pathNot: Object.keys(MAY_CALL).map((name) => `^src/modules/${name}/`),
      },
      to: {},
    },
    {
      name: 'only-through-index',
      comment:
        'Another module is reached through its index.ts. Worker threads load the pure vocabulary and matcher without Nest.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '\\.worker\\.ts$' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$', EVENTS],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'events-are-words',
      comment: 'An event is a shape of ids: listening to it must not bring its module along.',
      severity: 'error',
      from: { path: EVENTS },
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'common-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/common/' },
      to: { path: '^(src|migrations)/', pathNot: '^src/common/' },
    },
    {
      name: 'config-imports-common-only',
      severity: 'error',
      from: { path: '^src/config/' },
      to: { path: '^(src|migrations)/', pathNot: '^src/(config|common)/' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|cli|[^/]+\\.ts)' },
    },
    {
      name: 'platform-through-index',
      severity: 'error',
      from: { path: '^src/(modules|cli|[^/]+\\.ts)' },
      to: { path: '^src/platform/[^/]+/', pathNot: '^src/platform/[^/]+/index\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Functions of a domain folder need neither Nest nor the database.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(node_modules/(@nestjs|typeorm|bull)/|src/platform/)' },
    },
    {
      name: 'only-metrics-knows-prometheus',
      comment: 'Whoever counts something defines it on Metrics.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/metrics/' },
      to: { path: '^node_modules/prom-client/' },
    },
    {
      name: 'only-tracing-knows-opentelemetry',
      comment: 'Its packages may be absent, and nobody pays for them while nothing is traced.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/tracing/' },
      to: { path: '^node_modules/@opentelemetry/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '\\.spec\\.ts$|^test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};
