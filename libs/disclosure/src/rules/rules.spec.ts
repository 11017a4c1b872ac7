import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PUBLIC_BANDS, publicBand, publicShare } from './bands.js';
import { disclosesClass } from './class-disclosure.js';
import { dominanceFault, reportersKnown } from './dominance.js';
import { insiderFault } from './insider.js';
import { isPresenceProtected } from './presence.js';
import { roundToBase } from './rounding.js';
import type { ExactCell } from '../exact-cell.js';

const cell = (over: Partial<ExactCell> = {}): ExactCell => ({
  source: ['police', 'corporation'],
  kind: 'records',
  delivered: 'full',
  reports: 100,
  households: 20,
  largestHouseholds: [20, 10],
  remainders: [],
  ...over,
});
const floor = { reports: 5, households: 5 };

describe('dominance', () => {
  it.each([
    [[50, 35], null],
    [[50, 36], 'dominated_by_households'],
    [[86, 0], 'dominated_by_households'],
  ] as const)('two largest households %p of 100 → %p', (largestHouseholds, fault) => {
    expect(dominanceFault(cell({ largestHouseholds }))).toBe(fault);
  });

  it('looks at reporters only where at least 80 % of rows name one', () => {
    const one = { largestReporters: [90, 0] as const };
    expect(dominanceFault(cell({ ...one, reportsWithReporter: 80 }))).toBe('dominated_by_reporters');
    expect(dominanceFault(cell({ ...one, reportsWithReporter: 79 }))).toBeNull();
    expect(reportersKnown(cell())).toBe(false);
  });

  it('fails where it was not told the largest households', () => {
    expect(() => dominanceFault(cell({ largestHouseholds: undefined }))).toThrow(
      expect.objectContaining({ kind: 'Bug' }),
    );
  });
});

describe('the insider', () => {
  const left = (reports: number, households: number, largestHouseholds: [number, number] = [1, 1]) => [
    { without: 'police', reports, households, largestHouseholds },
  ];

  it.each([
    ['four reports', left(4, 4), 'insider_too_few_reports'],
    ['nine reports of three households', left(9, 3), 'insider_too_few_households'],
    ['one household with nearly all', left(40, 5, [36, 1]), 'insider_dominated_by_households'],
    ['nothing at all', left(0, 0, [0, 0]), null],
    ['enough', left(40, 20), null],
  ] as const)('is left with %s', (_what, remainders, fault) => {
    expect(insiderFault(cell({ remainders }), floor, true)).toBe(fault);
  });

  it('does not exist in a cell of one source, and may not be forgotten in one of two', () => {
    expect(insiderFault(cell({ source: ['police'], remainders: undefined }), floor, true)).toBeNull();
    expect(() => insiderFault(cell({ remainders: undefined }), floor, true)).toThrow(
      expect.objectContaining({ kind: 'Bug' }),
    );
  });
});

describe('class disclosure', () => {
  it.each([
    [0, 8, true],
    [8, 8, true],
    [3, 8, false],
    [0, 0, false],
  ])('%i of %i with the attribute → %p', (holds, known, discloses) => {
    expect(disclosesClass(cell({ sensitive: [{ attribute: 'confused_behaviour', holds, known }] }))).toBe(discloses);
  });
});

describe('presence', () => {
  it.each([
    ['confused_behaviour', true, 'year', true],
    ['drugs_alcohol', false, 'month', true],
    ['aggression_threat', false, 'quarter', false],
    ['noise', true, 'month', false],
  ] as const)('%s, finer than wijk: %p, per %s → %p', (category, finerThanWijk, grain, answer) => {
    expect(isPresenceProtected(category, { finerThanWijk }, grain)).toBe(answer);
  });
});

describe('what everybody sees', () => {
  it('is a multiple of five at most two away', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (count) => {
        expect(roundToBase(count) % 5).toBe(0);
        expect(Math.abs(roundToBase(count) - count)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('is a band that holds the number, without gaps', () => {
    for (let count = 5; count < 200; count++) {
      const band = PUBLIC_BANDS.find(({ label }) => label === publicBand(count))!;
      expect(count >= band.from && count <= (band.to ?? Infinity)).toBe(true);
    }
    expect(publicBand(4)).toBeNull();
  });

  it('is a share to 5 %, in which some is never none and most is never all', () => {
    expect([0, 0.004, 0.234, 0.99, 1].map(publicShare)).toEqual([0, 0.05, 0.25, 0.95, 1]);
  });
});
