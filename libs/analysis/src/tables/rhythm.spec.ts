import { describe, expect, it } from '@jest/globals';
import { drawMultinomial } from '../scan/binomial-draw.js';
import { randomStream } from '../random/random-stream.js';
import { contingency } from './contingency.js';
import { fisherExact } from './fisher-exact.js';
import { rhythm, WEEK_SLOTS } from './rhythm.js';

const flat = (each: number) => new Float64Array(WEEK_SLOTS).fill(each);
const profile = (seed: number, total: number, weight: (slot: number) => number) => {
  const counts = new Int32Array(WEEK_SLOTS);
  drawMultinomial(
    randomStream(seed),
    total,
    Float64Array.from(flat(1), (_, slot) => weight(slot)),
    counts,
  );
  return counts;
};

describe('rhythm', () => {
  it('is worked by hand: two hours of the week, all others empty', () => {
    const area = flat(0);
    const rest = flat(0);
    [area[0], area[25], rest[0], rest[25]] = [8, 2, 10, 20];
    const found = rhythm(area, rest, { seed: 1, permutations: 99 });
    expect([found.reports, found.restReports]).toEqual([10, 30]);
    expect(found.slots[0]).toMatchObject({ reports: 8, expected: 4.5, stands: 'more' });
    expect(found.slots[25]).toMatchObject({ reports: 2, expected: 5.5, stands: 'less' });
    expect(found.slots[1]!.p).toBeNaN();
    // Two slots give the same p twice, which Benjamini–Hochberg leaves as it is.
    expect(found.slots[0]!.p).toBeCloseTo(fisherExact(8, 2, 10, 20).p, 12);
    expect(found.chi2).toBeCloseTo(contingency([[8, 2], [10, 20]]).chi2, 10); // prettier-ignore
    expect(found.weekdays.map(({ reports }) => reports)).toEqual([8, 2, 0, 0, 0, 0, 0]);
    expect(found.hours[1]!.reports).toBe(2);
  });

  it('finds nights that were planted, and only those hours', () => {
    const night = (slot: number) => (slot % 24 < 4 ? 6 : 1);
    const { hours, permutationP, weekdays } = rhythm(
      profile(1, 600, night),
      profile(2, 5000, () => 1),
      { seed: 3 },
    );
    expect(hours.filter(({ stands }) => stands === 'more').map(({ slot }) => slot)).toEqual([0, 1, 2, 3]);
    expect(weekdays.every(({ stands }) => stands === 'none')).toBe(true);
    expect(permutationP).toBe(0.001);
  });

  it('finds nothing by chance in more than the nominal share of areas, with p spread evenly', () => {
    const p = Array.from({ length: 60 }, (_, i) =>
      rhythm(
        profile(10 + i, 60, () => 1),
        profile(1000 + i, 600, () => 1),
        { seed: i, permutations: 99 },
      ),
    );
    const alarms = p.filter((one) => one.slots.some(({ stands }) => stands !== 'none')).length;
    expect(alarms).toBeLessThanOrEqual(60 * 0.05 + 3 * Math.sqrt(60 * 0.05 * 0.95));
    const small = p.filter(({ permutationP }) => permutationP <= 0.1).length;
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(15);
  });

  it('is the same either way round in size, says nothing about an area without reports, and refuses other lengths', () => {
    const [a, b] = [profile(5, 400, () => 1), profile(6, 90, (slot) => 1 + (slot % 3))];
    expect(rhythm(a, b, { seed: 1, permutations: 9 }).chi2).toBeCloseTo(rhythm(b, a, { seed: 1 }).chi2, 9);
    expect(rhythm(flat(0), b, { seed: 1, permutations: 9 }).permutationP).toBeNaN();
    expect(() => rhythm([1, 2], b, { seed: 1 })).toThrow(RangeError);
    expect(() => rhythm(flat(0.5), b, { seed: 1 })).toThrow(RangeError);
  });
});
