import { describe, expect, it } from '@jest/globals';
import { INVENTED_SOURCES, inventedRows } from './invented-rows.js';

const AREAS = ['A', 'B', 'C', 'D', 'E'].map((code) => ({ code, population: code === 'E' ? null : 1_000 }));
const MONTHS = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];

describe('inventedRows', () => {
  it('gives the same rows for the same seed, within the months and areas, in order of day', () => {
    const rows = inventedRows(INVENTED_SOURCES[0]!, AREAS, MONTHS, 7);
    expect(rows).toEqual(inventedRows(INVENTED_SOURCES[0]!, AREAS, MONTHS, 7));
    expect(rows.map(({ occurred_on }) => occurred_on)).toEqual(rows.map(({ occurred_on }) => occurred_on).sort());
    expect(new Set(rows.map(({ occurred_on }) => occurred_on.slice(0, 7)))).toEqual(new Set(MONTHS));
    expect(new Set(rows.map(({ area_code }) => area_code))).toEqual(new Set(AREAS.map(({ code }) => code)));
  });

  it('makes the same one area clearly busier in every source', () => {
    const busiest = INVENTED_SOURCES.map((source) => {
      const counts = new Map<string, number>();
      for (const { area_code } of inventedRows(source, AREAS, MONTHS, 7))
        counts.set(area_code, (counts.get(area_code) ?? 0) + 1);
      const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
      expect(first![1]).toBeGreaterThan(2 * second![1]);
      return first![0];
    });
    expect(new Set(busiest).size).toBe(1);
  });

  it('stays small in a region of a thousand areas, and refuses one of none', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => ({ code: String(at), population: 100 }));
    expect(inventedRows(INVENTED_SOURCES[0]!, many, MONTHS, 1).length).toBeLessThan(22_000);
    expect(() => inventedRows(INVENTED_SOURCES[0]!, [], MONTHS, 1)).toThrow(RangeError);
  });
});
