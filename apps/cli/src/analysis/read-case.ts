import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseTable, CaseTables } from '@datalab/analysis';
import { parseCsv } from './parse-csv.js';

/** What one case folder holds: its tables by file name, its parameters ({} without params.json), and what is expected of it. */
export interface CaseFolder {
  readonly tables: CaseTables;
  readonly params: unknown;
  readonly expected: unknown;
}

async function readJson(path: string): Promise<unknown> {
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : undefined;
}

/** Reads every CSV file, `params.json` and `expected.json` (undefined when absent) of a case folder. */
export async function readCase(folder: string): Promise<CaseFolder> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.csv')).sort();
  const tables: Record<string, CaseTable> = {};
  for (const file of files) tables[file] = parseCsv(await readFile(join(folder, file), 'utf8'), file);
  return {
    tables,
    params: (await readJson(join(folder, 'params.json'))) ?? {},
    expected: await readJson(join(folder, 'expected.json')),
  };
}
