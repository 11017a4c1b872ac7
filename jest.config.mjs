/** One Jest, five kinds of test, told apart by file name. `npm test` runs them in this order; see docs/testing.md. */
const base = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/infra'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/.datalab', '<rootDir>/.nx', '/dist/'],
};

const kind = (displayName, suffix, extra = {}) => ({
  ...base,
  displayName,
  testMatch: [`**/*${suffix}.ts`],
  ...extra,
});

export default {
  projects: [
    kind('unit', '.spec', {
      testPathIgnorePatterns: ['/node_modules/', '\\.(pg|redis)\\.spec\\.ts$'],
    }),
    kind('database', '.pg.spec'),
    kind('queue', '.redis.spec'),
    kind('end-to-end', '.e2e-spec', { testPathIgnorePatterns: ['/node_modules/', '/browser/'] }),
    kind('browser', '.e2e-spec', { testMatch: ['**/browser/**/*.e2e-spec.ts'] }),
  ],
  testTimeout: 60_000,
};
