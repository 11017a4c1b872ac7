import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { baseGroups } from './base-groups.js';
import { countLines, reportLines, storeIn } from './snapshot-lines.fake.js';

describe('the base groups of snapshots', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'groups-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const freeze = (reports: string[], counts: string[] = []) =>
    storeIn(folder).write(async (write) => {
      await write.reports(reportLines(reports));
      await write.counts(countLines(counts));
    });

  it('tell apart what only one of two snapshots holds, also of another lab', async () => {
    const both = ['d,h1,2024-01-03,day,4,noise,B1,1,1', 'd,h2,2024-01-09,day,,noise,B1,1,2'];
    const one = await freeze(both, ['c,h9,2024-01-01,2024-Q1,noise,W1,12']);
    const other = await freeze([...both, 'd,h3,2024-01-20,day,,noise,B1,1,2'].map((row) => row.replace('d,', 'e,')));
    const groups = await baseGroups([one, other], { rhythm: false, grid: false });
    const told = groups.map(({ areaCode, places, reports }) => [
      areaCode,
      places.map(({ snapshot, datasetId }) => `${snapshot}${datasetId}`).join(),
      reports,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['B1', '0d,1e', 2],
        ['B1', '1e', 1],
        ['W1', '0c', 12],
      ]),
    );
    expect(told).toHaveLength(3);
  });

  it('are divided by the hour of the week where a rhythm is told', async () => {
    const rows = ['13', '13', '22', ''].map((hour, n) => `d,h${n},2024-01-03,day,${hour},noise,B1,1,1`);
    const snapshot = await freeze([...rows, 'd,h9,2024-01-01,month,13,noise,B1,1,1']);
    const byHour = async (rhythm: boolean) =>
      (await baseGroups([snapshot], { rhythm, grid: false })).map(({ weekHour, reports }) => [weekHour, reports]);
    expect(await byHour(false)).toEqual([[null, 5]]);
    expect(await byHour(true)).toEqual([
      [3 * 24 + 13, 2],
      [3 * 24 + 22, 1],
      [null, 2],
    ]);
  });

  it('are divided by the square where squares are told', async () => {
    const rows = ['E1000N4000', 'E1000N4000', 'E1002N4000', ''].map(
      (cell, n) => `d,h${n},2024-01-03,day,,noise,B1,1,1,${cell}`,
    );
    const snapshot = await freeze(rows, ['c,h9,2024-01-01,2024-Q1,noise,B1,12']);
    const bySquare = async (grid: boolean) =>
      (await baseGroups([snapshot], { rhythm: false, grid })).map(({ gridCell, reports }) => [gridCell, reports]);
    const counts = [null, 12];
    expect(await bySquare(false)).toEqual(expect.arrayContaining([[null, 4], counts]));
    expect(await bySquare(true)).toEqual(
      expect.arrayContaining([['E1000N4000', 2], ['E1002N4000', 1], [null, 1], counts]),
    );
  });
});
