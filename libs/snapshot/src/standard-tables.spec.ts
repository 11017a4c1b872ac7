import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SnapshotStore } from './snapshot-store.js';
import { standardTables, type ExactRow } from './standard-tables.js';

const AREAS = [
  { code: 'G', level: 'gemeente', lineage: ['G'] },
  { code: 'W1', level: 'wijk', lineage: ['W1', 'G'] },
  { code: 'W2', level: 'wijk', lineage: ['W2', 'G'] },
  { code: 'B1', level: 'buurt', lineage: ['B1', 'W1', 'G'] },
  { code: 'B2', level: 'buurt', lineage: ['B2', 'W1', 'G'] },
  { code: 'B3', level: 'buurt', lineage: ['B3', 'W2', 'G'] },
];
const LEVELS = ['gemeente', 'wijk', 'buurt'];

const reports = (...rows: string[]) =>
  Readable.from(
    [
      'dataset_id,record_hash,occurred_on,occurred_precision,occurred_hour,category,area_code,concerns_household,household',
      ...rows,
      '',
    ].join('\n'),
  );
const counts = (...rows: string[]) =>
  Readable.from(['dataset_id,record_hash,starts_on,period,category,area_code,count', ...rows, ''].join('\n'));

describe('snapshot and standard tables', () => {
  let folder: string;
  let store: SnapshotStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshots-'));
    store = new SnapshotStore(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const freeze = (reportRows: string[], countRows: string[] = []) =>
    store.write(async (write) => {
      await write.reports(reports(...reportRows));
      await write.counts(counts(...countRows));
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
      { datasetId: 'd', kind: 'records', lowestLevel: 'buurt', grains: ['all', 'year'], categories: ['noise'] },
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
});
