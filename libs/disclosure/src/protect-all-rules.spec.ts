import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ExactCell } from './exact-cell.js';
import { ALL_RULES, gatePolicy, SWITCHED_RULES } from './gate-policy.js';
import { noiseBound, noisedReports } from './noise/noised-count.js';
import { protectMapStatistic } from './protect-map-statistic.js';
import { protect } from './protect.js';
import { shareable } from './protected-cell.js';

const safe: ExactCell = {
  source: ['police'],
  kind: 'records',
  delivered: 'full',
  reports: 40,
  households: 30,
  largestHouseholds: [3, 2],
  reportsWithReporter: 40,
  largestReporters: [4, 3],
  key: 123_456_789,
  presenceProtected: false,
};

/** Any cell that can exist: the largest households and reporters fit into the reports. */
const cells = fc
  .record({
    others: fc.nat(40),
    rowsWithoutHousehold: fc.nat(10),
    first: fc.nat(60),
    second: fc.nat(60),
    key: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    presenceProtected: fc.boolean(),
    reporterKeys: fc.boolean(),
  })
  .map(({ others, rowsWithoutHousehold, first, second, key, presenceProtected, reporterKeys }): ExactCell => {
    const largest: [number, number] = [Math.max(first, second), Math.min(first, second)];
    const reports = largest[0] + largest[1] + (largest[1] > 0 ? others : 0) + rowsWithoutHousehold;
    const households = Math.sign(largest[0]) + Math.sign(largest[1]) + (largest[1] > 0 ? others : 0);
    return {
      ...safe,
      reports,
      households,
      rowsWithoutHousehold,
      largestHouseholds: largest,
      reportsWithReporter: reporterKeys ? reports : 0,
      largestReporters: [Math.min(reports, 1), Math.min(Math.max(reports - 1, 0), 1)],
      key,
      presenceProtected,
    };
  });
const tiers = fc.constantFrom('lab' as const, 'public' as const);

describe('the gate with every rule', () => {
  it('shows a number within its noise of the true one, at least the floor, and to the public a multiple of five', () => {
    fc.assert(
      fc.property(cells, tiers, (cell, tier) => {
        const answer = protect(cell, tier, ALL_RULES);
        if (answer.state !== 'shown') return;
        const floor = ALL_RULES.floors[tier];
        const slack = noiseBound(cell) + (tier === 'public' ? 2 : 0);
        expect(answer.reports).toBeGreaterThanOrEqual(floor.reports);
        expect(Math.abs(answer.reports - cell.reports)).toBeLessThanOrEqual(slack);
        if (answer.households !== null) expect(answer.households).toBeGreaterThanOrEqual(floor.households);
        expect(answer.households ?? 0).toBeLessThanOrEqual(answer.reports);
        if (tier === 'public') expect(answer.reports % 5).toBe(0);
      }),
    );
  });

  it('never shows what two households dominate, and never says that it was them', () => {
    fc.assert(
      fc.property(cells, tiers, (cell, tier) => {
        const [first, second] = cell.largestHouseholds!;
        if (cell.reports === 0 || first + second <= 0.85 * cell.reports) return;
        const answer = protect(cell, tier, ALL_RULES);
        expect(answer.state).toBe(cell.presenceProtected ? 'none_or_few' : 'withheld');
        const told = JSON.stringify(shareable(answer));
        expect(told).not.toMatch(/dominat|household|few_|rule|warning/);
      }),
    );
  });

  it('makes none and too few look exactly the same where presence is protected', () => {
    const none = { ...safe, reports: 0, households: 0, largestHouseholds: [0, 0] as const, presenceProtected: true };
    const one = { ...none, reports: 1, households: 1, largestHouseholds: [1, 0] as const };
    const often = { ...none, reports: 20, households: 1, largestHouseholds: [20, 0] as const };
    const told = [none, one, often].map((cell) => shareable(protect(cell, 'lab', ALL_RULES)));
    expect(told[0]).toMatchObject({ state: 'none_or_few' });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    const gap = protect({ ...none, delivered: 'none' }, 'lab', ALL_RULES);
    expect(gap.state).toBe('not_delivered');
  });

  it('withholds from everybody what is too little once a participant subtracts its own', () => {
    const remainders = [
      { without: 'police', reports: 3, households: 3, largestHouseholds: [1, 1] as const },
      { without: 'ggd', reports: 37, households: 27, largestHouseholds: [3, 2] as const },
    ];
    const two = { ...safe, source: ['police', 'ggd'], remainders };
    expect(protect(two, 'lab', ALL_RULES)).toMatchObject({ state: 'withheld', rule: 'insider_too_few_reports' });
    const noInsider = gatePolicy({ version: 't', rules: SWITCHED_RULES.filter((rule) => rule !== 'insider') });
    expect(protect(two, 'lab', noInsider).state).toBe('shown');
  });

  it('tells checkers of an attribute that all have, and withholds it from the public', () => {
    const all = { ...safe, sensitive: [{ attribute: 'confused_behaviour', holds: 40, known: 40 }] };
    expect(protect(all, 'lab', ALL_RULES)).toMatchObject({ state: 'shown', warnings: ['class_disclosure'] });
    expect(protect(all, 'public', ALL_RULES)).toMatchObject({ state: 'withheld', rule: 'class_disclosure' });
  });

  it('lets no area be a hotspot for the public where one reporter cannot be ruled out', () => {
    const unknown = { ...safe, reportsWithReporter: 0 };
    const hot = { z: 4.2, klass: 'hot' };
    expect(protectMapStatistic(hot, protect(unknown, 'public', ALL_RULES)).state).toBe('withheld');
    expect(protectMapStatistic(hot, protect(unknown, 'lab', ALL_RULES)).state).toBe('shown');
    expect(protectMapStatistic(hot, protect(safe, 'public', ALL_RULES))).toMatchObject({ state: 'shown', z: 4.2 });
  });

  it('hides a household that makes many reports behind noise of that size', () => {
    const calm = Array.from({ length: 2000 }, (_, i) => ({
      ...safe,
      reports: 200,
      households: 100,
      key: i * 2_147_483,
    }));
    const spread = (largestHouseholds: [number, number]) => {
      const noise = calm.map((cell) => noisedReports({ ...cell, largestHouseholds }) - 200);
      return Math.sqrt(noise.reduce((sum, e) => sum + e * e, 0) / noise.length);
    };
    expect(spread([1, 1])).toBeCloseTo(Math.sqrt(3), 0);
    expect(spread([12, 8]) / spread([1, 1])).toBeCloseTo(10, 5);
  });

  it.each([
    ['key', 'the key'],
    ['largestHouseholds', 'two largest households'],
    ['presenceProtected', 'presence'],
  ] as const)('fails where it lacks %s instead of guessing', (field, word) => {
    const without = { ...safe, [field]: undefined };
    expect(() => protect(without, 'lab', ALL_RULES)).toThrow(word);
  });
});
