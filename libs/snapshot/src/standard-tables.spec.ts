import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExactRow } from './exact-row.js';
import { countLines, NOISE, reportLines, storeIn } from './snapshot-lines.fake.js';
import { SnapshotEraser, type SnapshotStore, withSnapshot } from './snapshot-store.js';
import { standardTables } from './standard-tables.js';

const AREAS = [
  { code: 'G', level: 'gemeente', lineage: ['G'] },
  { code: 'W1', level: 'wijk', lineage: ['W1', 'G'] },
  { code: 'W2', level: 'wijk', lineage: ['W2', 'G'] },
  { code: 'B1', level: 'buurt', lineage: ['B1', 'W1', 'G'] },
  { code: 'B2', level: 'buurt', lineage: ['B2', 'W1', 'G'] },
  { code: 'B3', level: 'buurt', lineage: ['B3', 'W2', 'G'] },
];
const LEVELS = { levels: ['gemeente', 'wijk', 'buurt'], fine: ['buurt'], rhythm: true, grid: true };

describe('snapshot and standard tables', () => {
  let folder: string;
  let store: SnapshotStore;
  let keyFolder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshots-'));
    keyFolder = join(folder, 'keys');
    store = storeIn(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const freeze = (reportRows: string[], countRows: string[] = []) =>
    store.write(async (write) => {
      await write.reports(reportLines(reportRows));
      await write.counts(countLines(countRows));
    });

  const tables = async (reportRows: string[], countRows: string[] = []) => {
    const cells: ExactRow[] = [];
    const shapes = await standardTables(await freeze(reportRows, countRows), AREAS, LEVELS, async (rows) => {
      cells.push(...rows);
    });
    const cell = (datasetId: string, level: string, period: string, category: string, areaCode: string) =>
      cells.find(
        (c) =>
          c.datasetId === datasetId &&
          c.level === level &&
          c.period === period &&
          c.category === category &&
          c.areaCode === areaCode,
      );
    return { shapes, cells, cell };
  };

  it('gives the same digest to the same rows and another to one changed row', async () => {
    const one = await freeze(['d,h1,2024-01-03,day,4,noise,B1,1,1']);
    const again = await freeze(['d,h1,2024-01-03,day,4,noise,B1,1,1']);
    const other = await freeze(['d,h1,2024-01-04,day,4,noise,B1,1,1']);
    expect(again.digest).toBe(one.digest);
    expect(other.digest).not.toBe(one.digest);
    expect(await store.find(one.digest)).toEqual(one);
    expect(await store.find('0'.repeat(64))).toBeUndefined();
  });

  it('adds up through levels, periods and categories, and counts a household once in each', async () => {
    const { cell } = await tables([
      'd,h1,2024-01-03,day,4,noise,B1,1,7',
      'd,h2,2024-01-09,day,,noise,B2,1,7',
      'd,h3,2024-02-01,day,,youth,B1,1,8',
      'd,h4,2024-04-01,day,,youth,B3,0,',
    ]);
    expect(cell('d', 'buurt', '2024-01', 'noise', 'B1')).toMatchObject({
      reports: 1,
      households: 1,
      rowsWithoutHousehold: 0,
    });
    expect(cell('d', 'wijk', '2024-01', 'noise', 'W1')).toMatchObject({ reports: 2, households: 1 });
    expect(cell('d', 'wijk', '2024-Q1', 'all', 'W1')).toMatchObject({ reports: 3, households: 2 });
    expect(cell('d', 'gemeente', '2024', 'all', 'G')).toMatchObject({
      reports: 4,
      households: 2,
      rowsWithoutHousehold: 1,
    });
    expect(cell('d', 'gemeente', 'all', 'youth', 'G')).toMatchObject({
      reports: 2,
      households: 1,
      rowsWithoutHousehold: 1,
    });
    expect(cell('d', 'buurt', '2024-02', 'noise', 'B1')).toBeUndefined();
  });

  it('counts all subject rows without a key as one household', async () => {
    const { cell } = await tables([
      'd,h1,2024-01-03,day,,noise,B1,1,',
      'd,h2,2024-01-04,day,,noise,B1,1,',
      'd,h3,2024-01-04,day,,noise,B1,1,3',
    ]);
    expect(cell('d', 'buurt', '2024-01', 'noise', 'B1')).toMatchObject({ reports: 3, households: 2 });
  });

  it('does not pretend to know months where a source knows years', async () => {
    const { cell, shapes } = await tables(['d,h1,2024-01-01,year,,noise,B1,0,', 'd,h2,2024-05-02,day,,noise,B1,0,']);
    expect(shapes).toEqual([
      {
        datasetId: 'd',
        kind: 'records',
        lowestLevel: 'buurt',
        grains: ['all', 'year'],
        categories: ['noise'],
        hours: 'none',
      },
    ]);
    expect(cell('d', 'buurt', '2024', 'noise', 'B1')).toMatchObject({ reports: 2 });
    expect(cell('d', 'buurt', '2024-05', 'noise', 'B1')).toBeUndefined();
  });

  it('rolls counts up from the level and grain in which they came, never down', async () => {
    const { cell, shapes } = await tables(
      [],
      ['c,h1,2024-01-01,2024-Q1,noise,W1,12', 'c,h2,2024-04-01,2024-Q2,noise,W2,0'],
    );
    expect(shapes[0]).toMatchObject({ kind: 'counts', lowestLevel: 'wijk', grains: ['all', 'year', 'quarter'] });
    expect(cell('c', 'gemeente', '2024', 'all', 'G')).toMatchObject({ reports: 12, households: 0 });
    expect(cell('c', 'wijk', '2024-Q2', 'noise', 'W2')).toBeUndefined();
    expect(cell('c', 'buurt', '2024-Q1', 'noise', 'B1')).toBeUndefined();
  });

  it('gives what every rule asks for: the largest households and reporters, and how many name a reporter', async () => {
    const { cell } = await tables([
      ...[1, 2, 3].map((n) => `d,h${n},2024-01-03,day,,noise,B1,1,7,,5`),
      ...[4, 5].map((n) => `d,h${n},2024-02-03,day,,youth,B1,1,7,,5`),
      'd,h6,2024-02-03,day,,noise,B1,1,8,,6',
      'd,h7,2024-02-03,day,,noise,B2,1,9,,',
      'd,h8,2024-02-03,day,,noise,B2,0,,,',
    ]);
    expect(cell('d', 'buurt', '2024-Q1', 'all', 'B1')).toMatchObject({
      largestHouseholds: [5, 1],
      reportsWithReporter: 6,
      largestReporters: [5, 1],
    });
    expect(cell('d', 'wijk', '2024', 'noise', 'W1')).toMatchObject({
      reports: 6,
      households: 3,
      rowsWithoutHousehold: 1,
      largestHouseholds: [3, 1],
      reportsWithReporter: 4,
      largestReporters: [3, 1],
    });
  });

  it('sums the keys of distinct households and of reports that concern none, the same in every lab', async () => {
    const keyOf = (hash: string) => createHmac('sha256', NOISE).update(`org ${hash}`).digest().readUInt32BE();
    const rows = [
      'd,h1,2024-01-03,day,,noise,B1,1,7',
      'd,h2,2024-02-09,day,,noise,B2,1,7',
      'd,h3,2024-01-09,day,,noise,B1,0,',
    ];
    const { cell } = await tables(rows);
    const [january, wijk] = [cell('d', 'buurt', '2024-01', 'noise', 'B1')!, cell('d', 'wijk', '2024', 'all', 'W1')!];
    // The household has one key over all of its source, whichever of its reports a cell holds.
    expect(wijk.key).toBe(january.key);
    expect(cell('d', 'buurt', '2024-02', 'noise', 'B2')!.key).toBe((january.key - keyOf('h3') + 2 ** 32) % 2 ** 32);
    const inAnotherLab = await tables(rows.map((row) => row.replace('d,', 'e,')));
    expect(inAnotherLab.cell('e', 'wijk', '2024', 'all', 'W1')!.key).toBe(wijk.key);
    const other = await tables(rows.map((row) => row.replace('h3', 'h4')));
    expect(other.cell('d', 'wijk', '2024', 'all', 'W1')!.key).not.toBe(wijk.key);
  });

  it('counts squares by year alone, and the week in blocks everywhere and by the hour for no buurt', async () => {
    // A Wednesday at one, a Saturday at eleven at night, and one of which the hour is not known.
    const { cells, cell, shapes } = await tables([
      'd,h1,2024-01-03,day,13,noise,B1,1,7,E100N200',
      'd,h2,2024-02-03,day,23,noise,B1,1,8,E100N200',
      'd,h3,2024-02-03,day,,noise,B1,1,9,E100N400',
    ]);
    expect(new Set(cells.filter(({ level }) => level === 'grid_200').map(({ grain }) => grain))).toEqual(
      new Set(['year']),
    );
    expect(cell('d', 'grid_200', '2024', 'noise', 'E100N200')).toMatchObject({ reports: 2, households: 2 });
    expect(cell('d', 'wijk', '3-13', 'noise', 'W1')).toMatchObject({ grain: 'hour_of_week', reports: 1 });
    expect(cell('d', 'wijk', '6-23', 'all', 'W1')).toMatchObject({ grain: 'hour_of_week', reports: 1 });
    expect(cell('d', 'buurt', 'week-3', 'noise', 'B1')).toMatchObject({ grain: 'block_of_week', reports: 1 });
    expect(cell('d', 'buurt', 'weekend-5', 'noise', 'B1')).toMatchObject({ grain: 'block_of_week', reports: 1 });
    expect(cell('d', 'gemeente', 'week-3', 'noise', 'G')).toMatchObject({ grain: 'block_of_week', reports: 1 });
    expect(cell('d', 'buurt', '3-13', 'noise', 'B1')).toBeUndefined();
    expect(shapes).toMatchObject([{ hours: 'some' }]);
  });

  describe('at rest', () => {
    it('cannot be read without its key, which lies elsewhere and is wrapped', async () => {
      const snapshot = await freeze(['d,h-secret,2024-01-03,day,4,noise,B1,1,1']);
      const bytes = await readFile(join(snapshot.folder, 'reports.parquet'));
      expect(bytes.subarray(0, 4).toString()).toBe('PARE');
      expect(bytes.includes('h-secret')).toBe(false);
      for (const name of await readdir(keyFolder))
        expect((await readFile(join(keyFolder, name))).includes(Buffer.from(snapshot.key, 'base64'))).toBe(false);
      const hashes = await withSnapshot(snapshot, async (duck) =>
        (await duck.run('select record_hash from reports')).getRowsJS(),
      );
      expect(hashes).toEqual([['h-secret']]);
      const wrong = { ...snapshot, digest: '1'.repeat(64), key: Buffer.alloc(32).toString('base64') };
      await expect(withSnapshot(wrong, (duck) => duck.run('select * from reports'))).rejects.toThrow();
    });

    it('is gone for good with its key, also where a copy of the files stayed', async () => {
      const snapshot = await freeze(['d,h9,2024-01-03,day,4,noise,B1,1,1']);
      const before = (await readdir(keyFolder)).length;
      await new SnapshotEraser(join(folder, 'snapshots'), keyFolder).destroy(snapshot.digest);
      expect((await readdir(keyFolder)).length).toBe(before - 1);
      expect(await store.find(snapshot.digest)).toBeUndefined();
      await store.destroy(snapshot.digest);
    });
  });
});
