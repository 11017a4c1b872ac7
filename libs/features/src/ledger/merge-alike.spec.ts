import { describe, expect, it } from '@jest/globals';
import { auditRelease, searchProgramme, type LedgerLine } from '@datalab/disclosure';
import { mergeAlike } from './merge-alike.js';

const line = (id: string, members: number[], low: number, high: number): LedgerLine => ({
  id,
  members,
  known: { low, high },
  tier: 'lab',
});

describe('base groups that no line tells apart', () => {
  const sums = {
    truth: [1, 1, 2, 3, 7, 5],
    owner: ['a', 'a', 'a', 'b', 'a', 'a'],
    earlier: [line('all', [0, 1, 2, 3, 4], 12, 16)],
    release: [line('first', [0, 1], 1, Infinity), line('rest', [4], 5, 9)],
  };

  it('become one where owner and lines are the same, and go where they are in none', () => {
    const merged = mergeAlike(sums);
    expect(merged.truth).toEqual([2, 2, 3, 7]);
    expect(merged.owner).toEqual(['a', 'a', 'b', 'a']);
    expect(merged.earlier.map(({ members }) => [...members].sort())).toEqual([[0, 1, 2, 3]]);
    expect(merged.release.map(({ members }) => members)).toEqual([[0], [3]]);
  });

  it('leave what is known of a sum as it was', () => {
    const rest = { floors: { lab: 5, public: 10 }, participants: ['a', 'b'], forEverybody: false };
    const about = (of: typeof sums | ReturnType<typeof mergeAlike>) =>
      auditRelease({ ...of, ...rest, solve: searchProgramme(2000), onlyGroups: new Set(['first', 'group 0']) }).state;
    const tight = {
      ...sums,
      release: [...sums.release, line('two', [2, 3, 4], 12, 12), line('four', [0, 1, 2, 3, 4], 14, 14)],
    };
    expect([about(sums), about(mergeAlike(sums))]).toEqual(['safe', 'safe']);
    expect([about(tight), about(mergeAlike(tight))]).toEqual(['refused', 'refused']);
  });
});
