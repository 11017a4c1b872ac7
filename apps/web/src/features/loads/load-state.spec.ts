import { describe, expect, it } from '@jest/globals';
import { LOAD_STATES, LOAD_TRANSITIONS } from '@datalab/domain';
import { canWithdraw, isUnderWay } from './load-state.js';

describe('the state of a load on the screen', () => {
  it.each(LOAD_STATES)('offers withdrawing of a load that is %s exactly where the domain allows it', (state) => {
    const allowed = LOAD_TRANSITIONS.some(({ from, event }) => from === state && event === 'withdrawn');
    expect(canWithdraw({ state })).toBe(allowed);
  });

  it('waits as long as the server moves it', () => {
    expect(LOAD_STATES.filter((state) => isUnderWay({ state }))).toEqual(['receiving', 'received', 'checking']);
  });
});
