import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedCells } from './changed-cells.js';
import { countLines, reportLines, storeIn } from './snapshot-lines.fake.js';

const AREAS = [
  { code: 'W1', level: 'wijk', lineage: ['W1'] },
  { code: 'B1', level: 'buurt', lineage: ['B1', 'W1'] },
  { code: 'B2', level: 'buurt', lineage: ['B2', 'W1'] },
];

const QUESTION = { least: 5, combined: ['d', 'e'], every: 'every' };

describe('the cells that changed enough', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'changed-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const freeze = (reports: string[], counts: string[] = []) =>
    storeIn(folder).write(async (write) => {
      await write.reports(reportLines(reports));
      await write.counts(countLines(counts));
    });
  const row = (n: number, household: number | '', area = 'B1') =>
    `d,h${n},2024-01-0${1 + (n % 9)},day,,noise,${area},${household === '' ? 0 : 1},${household}`;
  const rows = (numbers: number[], household: (n: number) => number | '' = (n) => n + 1, area?: string) =>
    numbers.map((n) => row(n, household(n), area));
  const changed = async (before: Parameters<typeof freeze>, after: Parameters<typeof freeze>) =>
    [...(await changedCells(await freeze(...before), await freeze(...after), AREAS, QUESTION))].sort();

  it('are those with five reports of five households more or less, and the cells above them', async () => {
    const old = rows([1, 2, 3]);
    expect(await changed([old], [[...old, ...rows([11, 12, 13, 14])]])).toEqual([]);
    expect(await changed([old], [[...old, ...rows([11, 12, 13, 14, 15])]])).toContain('d 2024-01 noise B1');
    expect(await changed([old], [[...old, ...rows([11, 12, 13, 14, 15], () => 9)]])).toEqual([]);
    expect(await changed([old], [[...old, ...rows([11, 12, 13, 14, 15], () => '')]])).toContain('d all all W1');
    expect(await changed([[...old, ...rows([11, 12, 13, 14, 15])]], [old])).toContain('d 2024-Q1 noise W1');
  });

  it('add up where smaller areas did not change enough', async () => {
    const after = [...rows([11, 12, 13]), ...rows([14, 15], (n) => n + 1, 'B2')];
    const found = await changed([[]], [after]);
    expect(found).toContain('d 2024 noise W1');
    expect(found.some((place) => place.endsWith('B1') || place.endsWith('B2'))).toBe(false);
  });

  it('are told of all sources together as well, of which counts are none', async () => {
    const after = [...rows([11, 12, 13]), ...rows([14, 15], (n) => n + 1).map((line) => line.replace('d,', 'e,'))];
    const found = await changed([[]], [after, ['c,h1,2024-01-01,2024-01,noise,B2,20']]);
    expect(found).toContain('every 2024-01 noise B1');
    expect(found).not.toContain('d 2024-01 noise B1');
    expect(found).toContain('c 2024-01 noise B2');
    expect(found).not.toContain('every 2024-01 noise B2');
  });

  it('are hours and blocks of the week too, also where reports only moved in time', async () => {
    // Wednesday the third of January.
    const at = (hour: number) => [1, 2, 3, 4, 5].map((n) => `d,h${n},2024-01-03,day,${hour},noise,B1,1,${n}`);
    const found = await changed([at(13)], [at(22)]);
    expect(found).toEqual(
      expect.arrayContaining(['d 3-13 noise B1', 'd 3-22 all W1', 'd week-3 all B1', 'd week-5 noise W1']),
    );
    expect(await changed([at(13)], [at(13)])).toEqual([]);
    const unknown = at(13).map((line) => line.replace(',13,', ',,'));
    expect(await changed([[]], [unknown])).not.toContainEqual(expect.stringMatching(/week|null/));
  });

  it('are squares by year too, of one source and of all together', async () => {
    const inSquare = (cell: string) => rows([1, 2, 3, 4, 5]).map((line) => `${line},${cell}`);
    const found = await changed([[]], [[...inSquare('E1000N4000'), ...rows([6, 7], () => 9)]]);
    const squares = found.filter((place) => place.endsWith('E1000N4000'));
    expect(squares).toEqual(
      ['d', 'every'].flatMap((source) => ['all', 'noise'].map((kind) => `${source} 2024 ${kind} E1000N4000`)),
    );
    expect(found.some((place) => place.endsWith('null'))).toBe(false);
    const moved = await changed([inSquare('E1000N4000')], [inSquare('E1002N4000')]);
    expect(moved).toEqual(expect.arrayContaining(['d 2024 noise E1000N4000', 'd 2024 noise E1002N4000']));
    expect(await changed([inSquare('E1000N4000').slice(1)], [inSquare('E1000N4000')])).toEqual([]);
  });

  it('of counts are those whose number differs by five', async () => {
    const count = (n: number) => [[], [`c,h1,2024-01-01,2024-01,noise,B1,${n}`]] as [string[], string[]];
    expect(await changed(count(10), count(14))).toEqual([]);
    expect(await changed(count(10), count(15))).toContain('c 2024-01 noise B1');
  });
});
