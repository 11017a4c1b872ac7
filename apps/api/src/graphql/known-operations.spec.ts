import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { printOperations } from './collect-operations.js';
import { hashOfOperation, onlyKnownOperations } from './known-operations.js';
import { questionRules } from './question-limits.js';

const FILE = new URL('../../operations.json', import.meta.url);
const SCHEMA = new URL('../../schema.graphql', import.meta.url);

describe('operations.json', () => {
  // The code generation of the web writes it too; after a change in libs/client alone: see write-operations.main.ts.
  it('holds exactly what the screens, the client library and the command line ask', async () => {
    expect(await readFile(FILE, 'utf8')).toBe(printOperations());
  });

  it('holds nothing that the schema or the limits on a question would refuse, introspection off', async () => {
    const schema = buildSchema(await readFile(SCHEMA, 'utf8'));
    const rules = [...specifiedRules, ...questionRules({ allowsIntrospection: false })];
    const refused = Object.values(JSON.parse(printOperations()) as Record<string, string>).flatMap((text) =>
      validate(schema, parse(text), rules).map(({ message }) => `${text.slice(0, 60)}: ${message}`),
    );
    expect(refused).toEqual([]);
  });

  it('leaves a screen room: the largest question costs less than half of what is allowed', async () => {
    const schema = buildSchema(await readFile(SCHEMA, 'utf8'));
    const rules = questionRules({ allowsIntrospection: false, share: 0.5 });
    const refused = Object.values(JSON.parse(printOperations()) as Record<string, string>).flatMap((text) =>
      validate(schema, parse(text), rules).map(({ message }) => `${text.slice(0, 60)}: ${message}`),
    );
    expect(refused).toEqual([]);
  });
});

describe('onlyKnownOperations', () => {
  const text = 'query ($id: ID!) {\n  lab(id: $id) { name }\n}';
  const provider = onlyKnownOperations({ [hashOfOperation(text)!]: text });
  const answered = async (question: object) =>
    (await provider.getQueryFromHash!(String(provider.getHash!(question as never)))) !== '';

  it('answers a known question, by its text with other spaces or by its hash alone', async () => {
    expect(await answered({ query: 'query($id:ID!){lab(id:$id){name}}' })).toBe(true);
    expect(await answered({ extensions: { persistedQuery: { sha256Hash: hashOfOperation(text) } } })).toBe(true);
  });

  it('answers no other: one field more, the hash of a known one beside another text, no question, a name of Object', async () => {
    expect(await answered({ query: 'query($id:ID!){lab(id:$id){name goal}}' })).toBe(false);
    const borrowed = {
      extensions: { persistedQuery: { sha256Hash: hashOfOperation(text) } },
      query: '{ labs { id } }',
    };
    expect(await answered(borrowed)).toBe(false);
    expect(await answered({ query: 'not a question {{' })).toBe(false);
    expect(await answered({ extensions: { persistedQuery: { sha256Hash: 'constructor' } } })).toBe(false);
    expect(await answered({})).toBe(false);
  });
});
