import { describe, expect, it } from '@jest/globals';
import { differenceRows, sourceDifference, sourceDifferenceSchema } from './source-difference.js';

const previous = { digest: 'a'.repeat(64), at: '2024-06-01T00:00:00Z' };
const row = (period: string, category: string, added: number, removed = 0, changed = 0) => ({
  datasetId: 'd',
  period,
  category,
  added,
  removed,
  changed,
});
const rows = [
  row('2024-01', 'noise', 8),
  row('2024-02', 'noise', 7, 2),
  row('2024-01', 'youth', 3),
  row('2023-05', 'filth', 0, 0, 4),
];

describe('the difference of one source', () => {
  it('is exact by month for its own organisation, the largest first', () => {
    const { total, cells } = sourceDifference(previous, rows, true);
    expect(total).toEqual({
      added: { least: 18, most: 18 },
      removed: { least: 2, most: 2 },
      changed: { least: 4, most: 4 },
    });
    expect(cells.map(({ period, category }) => [period, category])).toEqual([
      ['2024-02', 'noise'],
      ['2024-01', 'noise'],
      ['2023-05', 'filth'],
      ['2024-01', 'youth'],
    ]);
  });

  it('says to the lab bands by year, and nothing of what is few', () => {
    const document = sourceDifference(previous, rows, false);
    expect(document.total).toEqual({
      added: { least: 10, most: 49 },
      removed: { least: 1, most: 9 },
      changed: { least: 1, most: 9 },
    });
    expect(document.cells).toEqual([
      {
        period: '2024',
        category: 'noise',
        added: { least: 10, most: 49 },
        removed: { least: 1, most: 9 },
        changed: { least: 0, most: 0 },
      },
    ]);
    expect(sourceDifferenceSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it('is not known where the picture before is gone', () => {
    expect(sourceDifference(previous, undefined, true)).toMatchObject({ isKnown: false, cells: [] });
    expect(sourceDifference(previous, [], true)).toMatchObject({ isKnown: true, cells: [] });
  });

  it('is kept of every source, but not of provision use, and exact for all of one that is open', () => {
    const source = (id: string, change: object = {}) => ({
      id,
      organisationId: 'o',
      isOpen: false,
      kind: 'records' as const,
      ...change,
    });
    const datasets = [source('d', { isOpen: true }), source('e'), source('f'), source('p', { kind: 'provision_use' })];
    // The rows of d are all gone: it delivers nothing any more, and still differs.
    const kept = differenceRows(previous, rows, datasets, new Set(['e', 'p']));
    expect(kept.map(({ datasetId, tier }) => `${datasetId} ${tier}`)).toEqual(['d own', 'd lab', 'e own', 'e lab']);
    expect(kept[1]!.document).toEqual(kept[0]!.document);
  });
});
