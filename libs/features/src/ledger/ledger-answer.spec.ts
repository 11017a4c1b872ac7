import { describe, expect, it } from '@jest/globals';
import { auditRelease, type LedgerLine, type SolveProgramme } from '@datalab/disclosure';
import { ledgerAnswer } from './ledger-answer.js';

const line = (id: string, members: number[], low: number, high: number): LedgerLine => ({
  id,
  members,
  known: { low, high },
  tier: 'public',
});
/** Two divisions that cross over three groups, of which the last holds 3: only a solver can tell what they leave of it. */
const RELEASE = [
  line('r0 2024 W1', [0, 1], 60, 60),
  line('r1 2024 W2', [1, 2], 33, 33),
  line('r2 2024 B1', [0], 30, 30),
  line('r2 2024 B3', [2], 1, Infinity),
];
const answered = (solve: SolveProgramme) =>
  ledgerAnswer(
    auditRelease({
      truth: [30, 30, 3],
      owner: ['a', 'a', 'a'],
      earlier: [],
      release: RELEASE,
      floors: { lab: 5, public: 10 },
      participants: [],
      solve,
    }),
    RELEASE,
  );

describe('what a release is told by the ledger', () => {
  it('is that something would be known, with the cells that only say somebody', () => {
    expect(answered(() => 3)).toEqual({
      state: 'refused',
      code: 'ledger',
      cells: [{ areaCode: 'B3', period: '2024' }],
    });
  });

  it('is that it could not be judged in time, where the solver gave up on all that is in doubt', () => {
    expect(answered(() => null)).toMatchObject({ state: 'refused', code: 'ledger-gave-up' });
  });

  it('is nothing where it is safe', () => {
    expect(ledgerAnswer({ state: 'safe', findings: [], groups: 1, bounded: 0 }, RELEASE)).toEqual({ state: 'safe' });
  });
});
