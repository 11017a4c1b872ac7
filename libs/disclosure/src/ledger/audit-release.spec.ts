import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ExactCell } from '../exact-cell.js';
import { ALL_RULES, THRESHOLD_ONLY } from '../gate-policy.js';
import { noiseBound } from '../noise/noised-count.js';
import { protect } from '../protect.js';
import { shareable } from '../protected-cell.js';
import { auditRelease } from './audit-release.js';
import type { ReleaseAudit } from './release-audit.js';
import { certifiedValues } from './certified-values.js';
import { coarsenToSafe } from './coarsen-to-safe.js';
import { feasibleValues } from './feasible-values.js';
import { knownInterval } from './known-interval.js';
import type { LedgerLine } from './ledger-line.js';
import { safeVersions } from './safe-versions.js';
import { searchProgramme } from './search-programme.js';

const solve = searchProgramme(50_000);
const line = (id: string, members: number[], low: number, high = low, tier: 'lab' | 'public' = 'lab'): LedgerLine => ({
  id,
  members,
  known: { low, high },
  tier,
});
const audit = (over: Partial<ReleaseAudit>): ReleaseAudit => ({
  truth: [],
  owner: over.truth?.map(() => 'police') ?? [],
  earlier: [],
  release: [],
  floors: { lab: 5, public: 10 },
  participants: ['wijkteam'],
  solve,
  ...over,
});

describe('what an onlooker knows of a line', () => {
  const cells = fc.record({
    more: fc.nat(60),
    households: fc.nat(40),
    key: fc.nat(2 ** 31),
    tier: fc.constantFrom('lab' as const, 'public' as const),
  });

  it('always holds the truth', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom(ALL_RULES, THRESHOLD_ONLY), ({ more, households, key, tier }, policy) => {
        const cell: ExactCell = {
          source: ['police'],
          kind: 'records',
          delivered: 'full',
          reports: households === 0 ? 0 : households + more,
          households,
          largestHouseholds: [Math.min(1, households) * (1 + more), Math.min(1, Math.max(0, households - 1))],
          key,
          presenceProtected: key % 2 === 0,
        };
        const all = policy === ALL_RULES;
        const making = {
          floor: policy.floors[tier].reports,
          noiseBound: all ? noiseBound(cell) : 0,
          rounded: all && tier === 'public',
        };
        const known = knownInterval(shareable(protect(cell, tier, policy)), making)!;
        expect(cell.reports).toBeGreaterThanOrEqual(known.low);
        expect(cell.reports).toBeLessThanOrEqual(known.high);
      }),
    );
  });

  it('is nothing where nothing was delivered', () => {
    const gap = protect(
      { source: ['police'], kind: 'counts', delivered: 'none', reports: 0, households: 0 },
      'lab',
      THRESHOLD_ONLY,
    );
    expect(knownInterval(shareable(gap), { floor: 5, noiseBound: 5, rounded: false })).toBeNull();
  });
});

describe('the audit of a release', () => {
  it('refuses one that differs from an earlier one by one report, names the line, and offers what is safe', () => {
    const asked = audit({
      truth: [20, 1],
      earlier: [line('year, first snapshot', [0], 20)],
      release: [line('year, second snapshot', [0, 1], 21)],
    });
    const answer = auditRelease(asked);
    expect(answer.state).toBe('refused');
    expect(answer.findings).toEqual([
      {
        group: 'group 1',
        onlooker: { kind: 'participant', organisation: 'wijkteam' },
        cause: 'too_few_values',
        coarsen: ['year, second snapshot'],
      },
    ]);
    const frozen = { name: 'frozen', lines: [line('year, as published', [0], 20)] };
    const withNoise = { name: 'with noise', lines: [line('year, with noise', [0, 1], 17, 27)] };
    const nothing = { name: 'withheld', lines: [line('year, withheld', [0, 1], 1, Infinity)] };
    const offered = safeVersions(asked, [nothing, frozen, { name: 'as asked', lines: asked.release }, withNoise]);
    expect(offered.map(({ name, loss }) => [name, loss])).toEqual([
      ['frozen', 0],
      ['with noise', 0],
      ['withheld', 1],
    ]);
  });

  it('has nothing against saying again what was said, to those who had it, and no closer', () => {
    const earlier = [line('first', [0, 1], 0, 4), line('public', [1, 2], 1, 6, 'public')];
    const state = (...release: LedgerLine[]) =>
      auditRelease(audit({ truth: [0, 1, 0], earlier, release, solve: undefined })).state;
    expect(state(line('again', [1, 0], 0, 4), line('wider', [1, 2], 0, 8), line('again', [1, 2], 1, 6, 'public'))).toBe(
      'safe',
    );
    expect(state(line('closer', [1, 2], 1, 1))).toBe('refused');
    expect(state(line('to everybody', [0, 1], 0, 4, 'public'))).toBe('refused');
    expect(state(line('another sum', [1], 1))).toBe('refused');
  });

  it('takes out the lines that give withheld cells away, and no more', () => {
    // Six cells that are "not zero" under a total of at most six: each is exactly one.
    const single = Array.from({ length: 6 }, (_cell, i) => line(`month ${i}`, [i], 1, Infinity));
    const release = [line('year', [0, 1, 2, 3, 4, 5], 1, 6), ...single, line('elsewhere', [6], 20, 30)];
    const answer = coarsenToSafe(audit({ truth: [1, 1, 1, 1, 1, 1, 25], release }));
    expect(answer.asked.state).toBe('refused');
    expect(answer.state).toBe('safe');
    expect(answer.lines.map(({ id }) => id)).toEqual(['year', 'elsewhere']);
    expect(answer.takenOut).toEqual(single.map(({ id }) => id));
  });

  it('leaves a safe release as it was asked', () => {
    const release = [line('a', [0], 15, 25)];
    expect(coarsenToSafe(audit({ truth: [20, 1], release }))).toMatchObject({
      lines: release,
      takenOut: [],
      state: 'safe',
    });
  });

  it('lets pass what stays wide enough', () => {
    const wide = audit({ truth: [20, 1], earlier: [line('a', [0], 15, 25)], release: [line('b', [0, 1], 16, 26)] });
    expect(auditRelease(wide)).toMatchObject({ state: 'safe', findings: [] });
  });

  it('refuses a withheld cell that its total and its sibling give away', () => {
    const answer = auditRelease(
      audit({
        truth: [30, 3],
        release: [line('wijk', [0, 1], 33), line('buurt 1', [0], 30), line('buurt 2', [1], 1, Infinity)],
      }),
    );
    expect(answer).toMatchObject({ state: 'refused' });
  });

  it('refuses what only a participant can work out, and lets it pass without that participant', () => {
    const both = audit({
      truth: [40, 2],
      owner: ['police', 'ggd'],
      participants: ['police', 'wijkteam'],
      release: [line('all sources', [0, 1], 42, 43)],
    });
    expect(auditRelease(both).findings.map(({ onlooker }) => onlooker)).toEqual([
      { kind: 'participant', organisation: 'police' },
    ]);
    expect(auditRelease({ ...both, participants: ['wijkteam'] }).state).toBe('safe');
  });

  it('shows an outsider only what is for everybody', () => {
    const lab = audit({ truth: [20, 1], participants: [], release: [line('a', [0], 20), line('b', [0, 1], 21)] });
    expect(auditRelease(lab).state).toBe('safe');
    const forAll = lab.release.map((one) => ({ ...one, tier: 'public' as const }));
    expect(auditRelease({ ...lab, release: forAll })).toMatchObject({
      state: 'refused',
      findings: [{ onlooker: { kind: 'outsider' } }],
    });
  });

  it('does not blame a release for what was known before it', () => {
    const known = [line('a', [0], 20), line('b', [0, 1], 21)];
    const later = audit({ truth: [20, 1, 9], earlier: known, release: [line('c', [2], 9)] });
    expect(auditRelease(later).state).toBe('safe');
  });

  it('refuses where the solver does not answer in time', () => {
    const crossing = [line('a', [0, 2], 1), line('b', [1, 2], 1)];
    const truth = [1, 1, 0];
    const causes = (asked: ReleaseAudit) => auditRelease(asked).findings.map(({ cause }) => cause);
    expect(causes(audit({ truth, release: crossing, solve: () => null }))).toEqual(['gave_up', 'gave_up']);
    expect(causes(audit({ truth, release: crossing }))).toEqual(['too_few_values', 'too_few_values']);
  });

  it('fails on a line that does not hold its truth', () => {
    expect(() => auditRelease(audit({ truth: [3], release: [line('a', [0], 4, 9)] }))).toThrow(
      expect.objectContaining({ kind: 'Bug' }),
    );
  });
});

describe('the cheap proof of safety', () => {
  it('never claims more values than there are', () => {
    const sets = [[0, 1, 2, 3, 4], [0, 1], [1, 2], [3, 4], [2]];
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
        fc.array(fc.nat(3), { minLength: 10, maxLength: 10 }),
        (truth, slack) => {
          const rows = sets.map((members, r) => {
            const sum = members.reduce((total, group) => total + truth[group]!, 0);
            return { members, low: Math.max(0, sum - slack[r]!), high: sum + slack[r + 5]! };
          });
          const targets = [[0], [2], [1, 2], [3, 4]];
          const certified = certifiedValues(truth, rows, targets, 1000);
          feasibleValues(truth, rows, targets, 1000, solve).forEach((count, i) =>
            expect(certified[i]!).toBeLessThanOrEqual(count!),
          );
        },
      ),
    );
  });
});
