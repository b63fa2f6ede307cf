/** Pages in a real browser; apart from `npm test`, which needs nothing but Node. */
module.exports = {
  testEnvironment: 'node',
  transform: {},
  moduleFileExtensions: ['js', 'json', 'node'],
  testMatch: ['<rootDir>/dist/test/browser/**/*.spec.js'],
  testTimeout: 120_000,
};
