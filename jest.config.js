/**
 * Four kinds of tests, run on what `npm run build` compiled, so that worker threads, migrations and
 * processes under test are the very files that ship. `npm test -- --selectProjects unit` runs one kind.
 */
const common = {
  testEnvironment: 'node',
  transform: {},
  moduleFileExtensions: ['js', 'json', 'node'],
};
const kind = (name, testMatch, extra = {}) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/dist/${testMatch}`],
  ...extra,
});

module.exports = {
  projects: [
    kind('unit', 'src/**/*.spec.js'),
    kind('contract', 'test/contract/**/*.spec.js'),
    kind('integration', 'test/integration/**/*.spec.js'),
    kind('e2e', 'test/e2e/**/*.spec.js'),
  ],
  testTimeout: 60_000,
};
