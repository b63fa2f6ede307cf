const { availableParallelism } = require('node:os');

/**
 * Four kinds of tests, run on what `npm run build` compiled, so that worker threads, migrations and
 * processes under test are the very files that ship. `npm test -- --selectProjects unit` runs one kind.
 */
const common = {
  testEnvironment: 'node',
  transform: {},
  moduleFileExtensions: ['js', 'json', 'node'],
};
const kind = (name, ...patterns) => ({
  ...common,
  displayName: name,
  testMatch: patterns.map((pattern) => `<rootDir>/dist/${pattern}`),
});

module.exports = {
  // Much of a test's time is waiting; each worker of the e2e tests holds an application and a database.
  maxWorkers: Math.min(4, availableParallelism()),
  projects: [
    kind('unit', 'src/**/*.spec.js', 'migrations/**/*.spec.js', 'test/support/**/*.spec.js'),
    kind('contract', 'test/contract/**/*.spec.js'),
    kind('integration', 'test/integration/**/*.spec.js'),
    kind('e2e', 'test/e2e/**/*.spec.js'),
  ],
  testTimeout: 60_000,
};
