import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { publishedFiles } from '@datalab/intake';
import { SCHEMA_FOLDER, schemaWrite } from './schema-write.js';

describe('datalab schema write', () => {
  it('writes every file of the format and leaves what is not its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'schema-'));
    try {
      await writeFile(join(folder, 'mine.txt'), '');
      expect(await schemaWrite.run([folder], () => undefined)).toBe(0);
      expect((await readdir(folder)).sort()).toEqual([...publishedFiles().keys(), 'mine.txt'].sort());
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('was run after the last change of the format: docs/schema says what the validator does', async () => {
    const kept = await Promise.all(
      (await readdir(SCHEMA_FOLDER)).map(async (name) => [name, await readFile(join(SCHEMA_FOLDER, name), 'utf8')]),
    );
    const now = [...publishedFiles()].map(([name, { text }]) => [name, text]);
    expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(now));
  });
});
