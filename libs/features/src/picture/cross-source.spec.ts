import { describe, expect, it } from '@jest/globals';
import { crossSource } from './cross-source.js';

const cell = (datasetId: string, category: string, reports: number | null) => ({ datasetId, category, reports });

describe('crossSource', () => {
  it('compares what a source registers of a category with what its size lets expect', () => {
    const rows = crossSource([
      cell('police', 'noise', 60),
      cell('police', 'filth', 20),
      cell('council', 'noise', 20),
      cell('council', 'filth', 100),
    ]);
    // 80 of 200 are noise, 80 of 200 are of the police: 32 expected.
    expect(rows[0]).toEqual({
      datasetId: 'police',
      category: 'noise',
      reports: 60,
      share: 0.75,
      expected: 32,
      ratio: 1.875,
    });
    expect(rows[3]!.share).toBeCloseTo(100 / 120, 12);
    expect(rows[3]!.expected).toBeCloseTo((120 * 120) / 200, 12);
  });

  it('says nothing of what is withheld, and counts it nowhere', () => {
    const rows = crossSource([cell('police', 'noise', null), cell('council', 'noise', 20)]);
    expect(rows).toEqual([
      { datasetId: 'police', category: 'noise', reports: null, share: null, expected: null, ratio: null },
      { datasetId: 'council', category: 'noise', reports: 20, share: 1, expected: 20, ratio: 1 },
    ]);
  });
});
