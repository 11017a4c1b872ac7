import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { backtest } from '../commands/backtest.js';
import { panel } from '../commands/panel.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'panel-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(text: string, ...options: string[]): Promise<string> {
  const path = join(folder, 'panel.csv');
  await writeFile(path, text);
  const lines: string[] = [];
  expect(await backtest.run([path, ...options], (line) => lines.push(line))).toBe(0);
  return lines.join('\n');
}

const month = (t: number) => `${2018 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`;
const rows = (areas: string[], periods: number, count: (i: number, t: number) => number | '') =>
  areas.flatMap((area, i) => Array.from({ length: periods }, (_, t) => `${area},${month(t)},${count(i, t)}`));
const file = (lines: string[]) => ['area,period,count', ...lines, ''].join('\n');

describe('datalab backtest', () => {
  it('prints every method, the choice, and what is a gap or not yet published', async () => {
    const counts = rows(['a', '"b, c"'], 40, (i, t) => (t === 39 ? 0 : t === 5 ? '' : 5 + i + ((t * 7) % 5)));
    const said = await run(file(counts));
    for (const word of ['last value', 'seasonal naive', 'mean of 8', 'mean of 12', 'smoothing', 'mixture', 'automatic'])
      expect(said).toMatch(new RegExp(`^${word} +\\d`, 'm'));
    expect(said).toContain('2 of 78 counts are gaps');
    expect(said).toContain('not yet published (zero everywhere): 2021-04');
    expect(said).toMatch(/RPS of the automatic choice: .* (better|WORSE) than that/);
  });

  it('warns when zeros may have been left out', async () => {
    const counts = rows(['a', 'b'], 40, (i, t) => 1 + ((t + i) % 3)).filter((_, k) => k % 4 !== 1);
    expect(await run(file(counts))).toContain('WARNING: no line says 0');
  });

  it.each<[string, string, string[]]>([
    ['no panel', 'x,y\n1,2\n', []],
    ['a short history', file(rows(['a'], 20, () => 3)), []],
    ['a count that is no number', file(['a,2018-01,many']), []],
    ['a period that is none', file(['a,spring,1']), []],
    ['an origin that is none', file(rows(['a'], 40, () => 3)), ['--first-origin', 'x']],
    ['an option that is none', file(rows(['a'], 40, () => 3)), ['--horizon', '3']],
  ])('refuses %s', async (_, text, options) => {
    await expect(run(text, ...options)).rejects.toMatchObject({ name: 'UsageError' });
  });
});

describe('datalab panel', () => {
  it('leaves a month without rows out, and writes zero for an area without rows in a month that has them', async () => {
    const source = await mkdtemp(join(folder, 'fms-'));
    const lines = ['source,month,lsoa,shef_a_code,reports', 'f,2018-01,E1,A,2', 'f,2018-01,E1,B,1', 'f,2018-03,E2,A,4'];
    await writeFile(join(source, 'fms_lsoa_month_category.csv'), lines.join('\n'));
    const out = join(folder, 'out');
    expect(await panel.run([source, '--out', out], () => undefined)).toBe(0);
    expect(await readdir(out)).toEqual(['avon-fixmystreet-areas.csv']);
    expect(await readFile(join(out, 'avon-fixmystreet-areas.csv'), 'utf8')).toBe(
      'area,period,count\nE1,2018-01,3\nE1,2018-03,0\nE2,2018-01,0\nE2,2018-03,4\n',
    );
  });

  it('refuses a folder of something else', async () => {
    const empty = await mkdtemp(join(folder, 'empty-'));
    await expect(panel.run([empty], () => undefined)).rejects.toMatchObject({ name: 'UsageError' });
  });
});
