import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { printDeclaredSchema } from './schema.js';

const FILE = new URL('../../schema.graphql', import.meta.url);

describe('schema.graphql', () => {
  // After a change on purpose: UPDATE_SCHEMA=1 npm test -- unit -- schema
  it('is what the code declares', async () => {
    const declared = await printDeclaredSchema();
    if (process.env.UPDATE_SCHEMA === '1') await writeFile(FILE, declared);
    expect(await readFile(FILE, 'utf8')).toBe(declared);
  });

  it('declares no field that could carry a pseudonym', async () => {
    expect(await printDeclaredSchema()).not.toMatch(/(household|person|reporter)Key\b(?!Coverage)|pseudonym/i);
  });
});
