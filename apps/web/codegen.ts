import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * The types of every query are made from the api's committed schema and are committed too, so that a fresh clone type-checks without a
 * generation step. After a change of a query or of the schema: `npx graphql-codegen --config apps/web/codegen.ts`.
 */
const config: CodegenConfig = {
  schema: process.env.DATALAB_SCHEMA ?? 'apps/api/schema.graphql',
  documents: ['apps/web/src/**/*.graphql'],
  hooks: {
    // What production answers is what the screens ask.
    afterAllFileWrite:
      'node_modules/.bin/node --import ./infra/dev/typescript-loader.mjs apps/api/src/graphql/write-operations.main.ts && prettier --write',
  },
  generates: {
    'apps/web/src/gql/operations.ts': {
      plugins: [
        {
          add: {
            content:
              '/* eslint-disable -- made by graphql-codegen from the .graphql files: not for reading, not for editing */',
          },
        },
        'typescript-operations',
        'typed-document-node',
      ],
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
