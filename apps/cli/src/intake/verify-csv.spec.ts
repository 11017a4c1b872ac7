import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyCsv, verifyCsvFolder } from './verify-csv.js';

const run = async (folder: string) => {
  const lines: string[] = [];
  return { code: await verifyCsv.run([folder], (line) => lines.push(line)), lines };
};

describe('datalab verify csv', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verify-csv-'));
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'b.csv'), 'a;b\n1,5;2\n');
    await writeFile(join(folder, 'sub', 'a.csv'), 'a,b\n1,"2\n');
    await writeFile(join(folder, 'readme.md'), '# no table');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints what was recognised or why not, in order of path, and the count last', async () => {
    expect(await run(folder)).toEqual({
      code: 0,
      lines: [
        'b.csv  read     csv semicolon decimal ,, utf-8, 2 columns, 1 rows',
        'sub/a.csv  refused  quote.unclosed at row 2: In de rij die hier begint wordt een aanhalingsteken geopend en nooit gesloten.',
        '2 passed, 0 failed',
      ],
    });
  });

  it('asks for a folder', async () => {
    await expect(verifyCsv.run([], () => undefined)).rejects.toThrow('Name the folder.');
  });
});

const messy = new URL('../../../../../shared/data/messy-csv/', import.meta.url);

(existsSync(messy) ? describe : describe.skip)('the messy files', () => {
  it('are each read or refused with a reason, as the golden file says', async () => {
    const lines: string[] = [];
    const { failed } = await verifyCsvFolder(fileURLToPath(messy), (line) => lines.push(line));
    expect(failed).toBe(0);
    const golden = readFileSync(new URL('messy-csv.golden.txt', import.meta.url), 'utf8');
    expect(`${lines.join('\n')}\n`).toBe(golden);
  });
});
