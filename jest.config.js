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
  projects: [
    kind('unit', 'src/**/*.spec.js', 'migrations/**/*.spec.js', 'test/support/**/*.spec.js'),
    kind('contract', 'test/contract/**/*.spec.js'),
    kind('integration', 'test/integration/**/*.spec.js'),
    kind('e2e', 'test/e2e/**/*.spec.js'),
  ],
  testTimeout: 60_000,
};
