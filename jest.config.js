const transform = {
  '^.+\\.ts$': [
    '@swc/jest',
    {
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    },
  ],
};

/** Import specifiers end in `.js` (what Node resolves); the sources they stand for are `.ts`. */
const moduleNameMapper = { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] };

export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform,
  moduleNameMapper,
  testEnvironment: 'node',
  testTimeout: 60_000,
  // Most of a test's time is waiting for processes; two at once keep two cores busy.
  maxWorkers: 2,
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  // Copies of the sources that the build makes, compiled.
  modulePathIgnorePatterns: ['<rootDir>/build'],
  testPathIgnorePatterns: ['/node_modules/', '\\.exhaustive\\.test\\.ts$', '\\.lab\\.test\\.ts$'],
};
