import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ExactCell } from './exact-cell.js';
import { gatePolicy, THRESHOLD_ONLY } from './gate-policy.js';
import { protect } from './protect.js';
import { shareable } from './protected-cell.js';

const cell = (over: Partial<ExactCell> = {}): ExactCell => ({
  source: ['police'],
  kind: 'records',
  delivered: 'full',
  reports: 12,
  households: 7,
  ...over,
});

const cells = fc
  .record({
    households: fc.nat(15),
    rowsWithoutHousehold: fc.nat(15),
    more: fc.nat(20),
    kind: fc.constantFrom('records' as const, 'counts' as const),
    delivered: fc.constantFrom('full' as const, 'partial' as const),
  })
  .map(({ more, ...rest }): ExactCell => {
    const units = rest.households + rest.rowsWithoutHousehold;
    return cell({ ...rest, reports: units + (units > 0 ? more : 0) });
  });
const tiers = fc.constantFrom('lab' as const, 'public' as const);

describe('the gate with the threshold alone', () => {
  it('shows what reaches both floors, exactly', () => {
    expect(protect(cell(), 'lab', THRESHOLD_ONLY)).toMatchObject({ state: 'shown', reports: 12, households: 7 });
  });

  it.each([
    ['four reports', { reports: 4, households: 4 }, 'too_few_reports'],
    ['twelve reports on four addresses', { households: 4 }, 'too_few_households'],
    ['four hundred reports about one address', { reports: 400, households: 1 }, 'too_few_households'],
  ])('withholds %s from the lab', (_what, over, rule) => {
    expect(protect(cell(over), 'lab', THRESHOLD_ONLY)).toMatchObject({ state: 'withheld', rule });
  });

  it('asks ten and ten of what everybody sees', () => {
    expect(protect(cell({ households: 9 }), 'public', THRESHOLD_ONLY).state).toBe('withheld');
    expect(protect(cell({ households: 10 }), 'public', THRESHOLD_ONLY).state).toBe('shown');
  });

  it('counts a report about a place as a unit of its own, and then does not say how few households there are', () => {
    const park = cell({ households: 2, rowsWithoutHousehold: 10 });
    expect(protect(park, 'lab', THRESHOLD_ONLY)).toMatchObject({ state: 'shown', reports: 12, households: null });
  });

  it('has no household rule for a table of counts', () => {
    const counts = cell({ kind: 'counts', reports: 5, households: 0 });
    expect(protect(counts, 'lab', THRESHOLD_ONLY)).toMatchObject({ state: 'shown', reports: 5, households: null });
  });

  it('keeps zero, withheld and not delivered apart', () => {
    const states = [
      protect(cell({ reports: 0, households: 0 }), 'lab', THRESHOLD_ONLY),
      protect(cell({ reports: 1, households: 1 }), 'lab', THRESHOLD_ONLY),
      protect(cell({ reports: 0, households: 0, delivered: 'none' }), 'lab', THRESHOLD_ONLY),
    ].map((answer) => answer.state);
    expect(states).toEqual(['zero', 'withheld', 'not_delivered']);
  });

  it('shows an organisation its own single report, and anybody what is public already', () => {
    const one = cell({ reports: 1, households: 1 });
    expect(protect(one, 'own', THRESHOLD_ONLY)).toMatchObject({ state: 'shown', reports: 1, households: 1 });
    expect(protect({ ...one, open: true }, 'public', THRESHOLD_ONLY)).toMatchObject({ state: 'shown', reports: 1 });
  });

  it('does not let an open part carry a protected part over the floor', () => {
    const mixed = cell({ reports: 1, households: 1, openReports: 900 });
    expect(protect(mixed, 'lab', THRESHOLD_ONLY)).toMatchObject({ state: 'withheld', openReports: 900 });
    expect(protect(cell({ openReports: 900 }), 'lab', THRESHOLD_ONLY)).toMatchObject({ state: 'shown', reports: 912 });
  });

  it('never shows a cell under a floor and never withholds one that reaches both', () => {
    fc.assert(
      fc.property(cells, tiers, (exact, tier) => {
        const floor = THRESHOLD_ONLY.floors[tier];
        const units = exact.households + (exact.rowsWithoutHousehold ?? 0);
        const enough = exact.reports >= floor.reports && (exact.kind === 'counts' || units >= floor.households);
        const expected = exact.reports === 0 ? 'zero' : enough ? 'shown' : 'withheld';
        expect(protect(exact, tier, THRESHOLD_ONLY).state).toBe(expected);
      }),
    );
  });

  it('shows the lab nothing less than the public, and carries no number of a withheld cell', () => {
    fc.assert(
      fc.property(cells, (exact) => {
        if (protect(exact, 'public', THRESHOLD_ONLY).state === 'shown')
          expect(protect(exact, 'lab', THRESHOLD_ONLY).state).toBe('shown');
        const answer = protect(exact, 'lab', THRESHOLD_ONLY);
        if (answer.state === 'withheld') {
          const { reasonText, state, delivered, openReports, ...rest } = shareable(answer) as typeof answer;
          expect([state, delivered, openReports, rest]).toEqual(['withheld', exact.delivered, 0, {}]);
          expect(reasonText.nl).not.toMatch(/\d/);
        }
      }),
    );
  });

  it('says the same of a withheld cell whatever the rule was', () => {
    const few = shareable(protect(cell({ reports: 4, households: 4 }), 'lab', THRESHOLD_ONLY));
    const oneDoor = shareable(protect(cell({ reports: 400, households: 1 }), 'lab', THRESHOLD_ONLY));
    expect(few).toEqual(oneDoor);
  });

  it.each([
    ['a negative count', { reports: -1, households: 0 }],
    ['half a report', { reports: 5.5 }],
    ['more households than reports', { reports: 6, households: 7 }],
    ['reports where nothing was delivered', { delivered: 'none' as const }],
  ])('fails on %s instead of guessing', (_what, over) => {
    expect(() => protect(cell(over), 'lab', THRESHOLD_ONLY)).toThrow(expect.objectContaining({ kind: 'Bug' }));
  });

  it('applies the stricter floor of a lab', () => {
    const strict = gatePolicy({ version: 'lab-1', floors: { lab: { households: 8 } } });
    expect(protect(cell(), 'lab', strict)).toMatchObject({ state: 'withheld', rule: 'too_few_households' });
  });
});
