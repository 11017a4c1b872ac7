import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

/** Which kind of project may import which: the arrows of docs/architecture.md, one way only. */
const arrows = {
  'type:domain': [],
  'type:access': ['type:domain'],
  'type:science': ['type:domain', 'type:science'],
  'type:contract': ['type:domain'],
  'type:adapter': ['type:domain', 'type:access', 'type:contract'],
  'type:features': ['type:domain', 'type:access', 'type:contract', 'type:adapter', 'type:science'],
  'type:testing': ['type:domain', 'type:access', 'type:contract', 'type:adapter', 'type:features', 'type:science'],
  'type:client': ['type:domain', 'type:science'],
  'type:app': [
    'type:domain',
    'type:access',
    'type:contract',
    'type:adapter',
    'type:features',
    'type:science',
    'type:client',
  ],
  'type:e2e': ['type:domain', 'type:science', 'type:testing', 'type:client'],
};
const inTests = (allowed) => [...new Set([...allowed, 'type:testing'])];
const boundaries = (extra = (allowed) => allowed) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow: [],
    depConstraints: [
      ...Object.entries(arrows).map(([sourceTag, allowed]) => ({
        sourceTag,
        onlyDependOnLibsWithTags: extra(allowed),
      })),
      { sourceTag: 'scope:pure', onlyDependOnLibsWithTags: extra(['scope:pure']) },
      { sourceTag: 'scope:web', onlyDependOnLibsWithTags: extra(['scope:pure']) },
    ],
  },
];

const SPECS = ['**/*.spec.ts', '**/*.e2e-spec.ts'];
const PURE = ['domain', 'access', 'analysis', 'disclosure', 'pseudonym', 'intake', 'jobs', 'demo', 'region'].map(
  (lib) => `libs/${lib}/src/**/*.ts`,
);
/** Long because of what they are (a story, a table of cases), not because a second concept hides in them. */
const maxLines = (max) => ['error', { max, skipBlankLines: false, skipComments: false }];

export default ts.config(
  { ignores: ['**/node_modules', '**/dist', '.nx', '.datalab', 'apps/web/src/gql/generated', '**/fixtures/**'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': maxLines(300),
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Nest finds what to inject from the type of a constructor parameter, so such imports must stay values.
    files: ['apps/{api,worker}/**/*.ts', 'libs/{features,data}/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['infra/**/*.mjs', 'apps/cli/**/*.ts', '*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: { 'no-console': 'off' },
  },
  {
    files: PURE,
    ignores: SPECS,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'Pure libraries run in the browser too: no node:*.' }] },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'fetch'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is passed in (Clock).' },
        { object: 'Math', property: 'random', message: 'Randomness is passed in (Rng).' },
      ],
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    // The access matrix, and the jobs that a worker is killed at, are tests that are too large for one file; a fake serves specs alone.
    files: ['apps/api/src/access-matrix/**/*.ts', 'apps/worker/src/testing/**/*.ts', '**/*.fake.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(inTests) },
  },
  {
    files: SPECS,
    plugins: { jest },
    rules: {
      '@nx/enforce-module-boundaries': boundaries(inTests),
      'max-lines': maxLines(400),
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert', 'expect*'] }],
      'jest/no-focused-tests': 'error',
      'jest/no-identical-title': 'error',
    },
  },
);
