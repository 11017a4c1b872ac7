import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { snapshotDifference } from './snapshot-difference.js';
import { countLines, reportLines, storeIn } from './snapshot-lines.fake.js';
import type { Snapshot, SnapshotStore } from './snapshot-store.js';

describe('the difference between two snapshots', () => {
  let folder: string;
  let store: SnapshotStore;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshots-'));
    store = storeIn(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const freeze = (reports: readonly string[], counts: readonly string[] = []): Promise<Snapshot> =>
    store.write(async (write) => {
      await write.reports(reportLines(reports));
      await write.counts(countLines(counts));
    });
  const between = async (before: Parameters<typeof freeze>, after: Parameters<typeof freeze>) =>
    (await snapshotDifference(await freeze(...before), await freeze(...after))).map(
      ({ datasetId, period, category, added, removed, changed }) =>
        [datasetId, period, category, added, removed, changed] as const,
    );

  const same = 'd,h1,2024-01-03,day,4,noise,B1,1,1';

  it('is nothing where the rows are the same, whatever number a household has in each', async () => {
    expect(await between([[same]], [[same]])).toEqual([]);
    const later = ['d,h0,2024-01-01,day,,noise,B1,1,1', 'd,h1,2024-01-03,day,4,noise,B1,1,2'];
    expect(await between([[same]], [later])).toEqual([['d', '2024-01', 'noise', 1, 0, 0]]);
  });

  it('counts what came, what went and what says something else now, where it stands', async () => {
    const before = [same, 'd,h2,2024-01-09,day,,youth,B2,1,2', 'd,h3,2024-02-01,day,,youth,B2,0,'];
    const after = [same, 'd,h3,2024-03-01,day,,noise,B2,0,', 'e,h4,2024-01-01,year,,filth,B1,0,'];
    expect(await between([before], [after])).toEqual([
      ['d', '2024-01', 'youth', 0, 1, 0],
      ['d', '2024-03', 'noise', 0, 0, 1],
      ['e', '2024', 'filth', 1, 0, 0],
    ]);
  });

  it.each([
    ['the hour', 'd,h1,2024-01-03,day,5,noise,B1,1,1'],
    ['the area', 'd,h1,2024-01-03,day,4,noise,B2,1,1'],
    ['the household, gone', 'd,h1,2024-01-03,day,4,noise,B1,1,'],
    ['whether it concerns one', 'd,h1,2024-01-03,day,4,noise,B1,0,'],
  ])('sees that %s of one row is another', async (_what, row) => {
    expect(await between([[same]], [[row]])).toEqual([['d', '2024-01', 'noise', 0, 0, 1]]);
  });

  it('tells rows with one hash apart', async () => {
    const twin = 'd,h1,2024-02-03,day,4,noise,B1,1,1';
    expect(await between([[same, same, twin]], [[same, twin]])).toEqual([['d', '2024-01', 'noise', 0, 1, 0]]);
  });

  it('adds and takes off counts area by area', async () => {
    const before = ['c,x1,2024-01-01,2024-Q1,noise,W1,12', 'c,x2,2024-01-01,2024-Q1,noise,W2,5'];
    const after = ['c,y1,2024-01-01,2024-Q1,noise,W1,15', 'c,y2,2024-01-01,2024-Q1,noise,W2,1'];
    expect(await between([[], before], [[], after])).toEqual([['c', '2024-Q1', 'noise', 3, 4, 0]]);
  });
});
