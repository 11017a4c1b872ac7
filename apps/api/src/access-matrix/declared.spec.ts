import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { format } from 'prettier';
import { renderMatrix } from './render.js';
import { routesOf, undeclared, undeclaredEndpoints } from './undeclared.js';

const SCHEMA = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
const DOCUMENT = new URL('../../../../docs/access-matrix.md', import.meta.url);
const STYLE = new URL('../../../../.prettierrc.json', import.meta.url);

describe('the rules of the access matrix', () => {
  it('speak of every operation and every field of the schema, and of nothing else', () => {
    expect(undeclared(buildSchema(SCHEMA))).toEqual([]);
  });

  it('are missed: a new query, a new type and a new field each fail, and say where to declare them', () => {
    const grown = SCHEMA.replace('type Query {', 'type Query {\n  secrets: Secret!').replace(
      'type Lab {',
      'type Secret { text: String! }\n\ntype Lab {\n  diary: String!',
    );
    expect(undeclared(buildSchema(grown))).toEqual([
      'declare who may use Query.secrets in apps/api/src/access-matrix/declarations/operations.ts',
      expect.stringContaining('declare who sees Secret (text)'),
      expect.stringContaining('Lab.diary'),
    ]);
  });

  it('are too many: a rule for what is no longer there fails', () => {
    const shrunk = SCHEMA.replace('  labNames: [LabName!]!\n', '').replace('  myRoles: [LabRole!]!\n', '');
    expect(undeclared(buildSchema(shrunk))).toEqual([
      'there is no Query.labNames: take it out of apps/api/src/access-matrix/declarations',
      'there is no Lab.myRoles: take it out of apps/api/src/access-matrix/declarations/types.ts',
    ]);
  });

  it('are missed: a new endpoint fails too', () => {
    const printed = '└── /\n    ├── v1/\n    │   └── secrets (GET, HEAD)\n    └── health (GET)';
    expect(routesOf(printed)).toEqual(['GET /v1/secrets', 'HEAD /v1/secrets', 'GET /health']);
    expect(undeclaredEndpoints(routesOf(printed))).toContain(
      'declare who may use GET /v1/secrets in apps/api/src/access-matrix/declarations/endpoints.ts',
    );
  });

  // After a change on purpose: UPDATE_ACCESS_MATRIX=1 npm test -- unit -- access-matrix
  it('are what docs/access-matrix.md says', async () => {
    const style = JSON.parse(readFileSync(STYLE, 'utf8')) as object;
    const text = await format(renderMatrix(), { ...style, parser: 'markdown' });
    if (process.env.UPDATE_ACCESS_MATRIX === '1') writeFileSync(DOCUMENT, text);
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(text);
  });
});
