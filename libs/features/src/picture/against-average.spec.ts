import { describe, expect, it } from '@jest/globals';
import type { AreaRow, NearCell } from '@datalab/data';
import { againstExpected, Averages } from './against-average.js';

describe('againstExpected', () => {
  it('needs a difference that chance and the gate do not explain', () => {
    // 1.96 √(100 + 3) = 19.9 for the lab; √(100 + 5) gives 20.1 for everybody.
    expect([119, 120, 149, 150, 81, 80, 66].map((n) => againstExpected(n, 100, 'lab'))).toEqual([
      'average',
      'above',
      'above',
      'well_above',
      'average',
      'below',
      'well_below',
    ]);
    expect(againstExpected(120, 100, 'public')).toBe('average');
    // A small place may have twice as many and still be about average.
    expect(againstExpected(8, 4, 'lab')).toBe('average');
  });

  it('has no word for less than a tenth, however sure it is', () => {
    expect(againstExpected(10_900, 10_000, 'lab')).toBe('average');
    expect(againstExpected(11_100, 10_000, 'lab')).toBe('above');
  });

  it('knows that own figures carry no noise', () => {
    expect([againstExpected(16, 9, 'own'), againstExpected(16, 9, 'lab')]).toEqual(['well_above', 'well_above']);
    expect([againstExpected(15, 9, 'own'), againstExpected(15, 9, 'lab')]).toEqual(['well_above', 'average']);
  });
});

const area = (code: string, level: string, lineage: string[], population: number | null): AreaRow => ({
  code,
  name: code,
  level,
  lineage,
  parentCode: lineage[1] ?? null,
  population,
  households: null,
});
const areas = (population: number | null) => [
  area('G', 'gemeente', ['G'], population === null ? null : population * 4),
  area('W', 'wijk', ['W', 'G'], population),
  area('V', 'wijk', ['V', 'G'], population),
];
const cell = (areaCode: string, reports: number, change: Partial<NearCell> = {}): NearCell => ({
  areaCode,
  reports,
  level: 'wijk',
  period: '2024',
  category: 'noise',
  tier: 'lab',
  state: 'shown',
  ratePerThousand: reports / 10,
  smoothedRate: null,
  z: null,
  hotspot: null,
  ...change,
});

describe('Averages', () => {
  it('compare rates where inhabitants are known, else counts per area', () => {
    const shown = [cell('G', 200)];
    // Expected: a quarter of the inhabitants, or one area of two.
    expect(new Averages(areas(1_000), shown).compare(cell('W', 100))).toEqual({
      areaCode: 'G',
      how: 'well_above',
      ratePerThousand: 20,
    });
    expect(new Averages(areas(null), shown).compare(cell('W', 100))).toEqual({
      areaCode: 'G',
      how: 'average',
      ratePerThousand: null,
    });
  });

  it('say nothing of the whole itself, of what is withheld, and beside a number of another period or kind', () => {
    const averages = new Averages(areas(1_000), [cell('G', 200)]);
    expect(averages.compare(cell('G', 200))).toBeNull();
    expect(averages.compare({ ...cell('W', 0), reports: null })).toBeNull();
    expect(averages.compare(cell('W', 100, { period: '2023' }))).toBeNull();
    expect(averages.compare(cell('W', 100, { category: 'all' }))).toBeNull();
    expect(new Averages(areas(1_000), []).compare(cell('W', 100))).toBeNull();
  });
});
