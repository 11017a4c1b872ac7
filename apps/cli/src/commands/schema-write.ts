import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedFiles } from '@datalab/intake';
import type { Command } from '../command.js';

/** Where the repository keeps the published format. */
export const SCHEMA_FOLDER = fileURLToPath(new URL('../../../../docs/schema/', import.meta.url));

export const schemaWrite: Command = {
  name: 'schema write',
  usage: '[folder]',
  summary: 'Writes the published format (page, Table Schema, JSON Schema, templates); without a folder to docs/schema.',
  async run([folder = SCHEMA_FOLDER], print) {
    const files = publishedFiles();
    await mkdir(folder, { recursive: true });
    // Only in the repository is everything beside them a leftover of an older format.
    if (folder === SCHEMA_FOLDER)
      for (const name of await readdir(folder)) if (!files.has(name)) await rm(join(folder, name));
    for (const [name, { text }] of files) await writeFile(join(folder, name), text);
    print(`${files.size} files in ${folder}`);
    return 0;
  },
};
