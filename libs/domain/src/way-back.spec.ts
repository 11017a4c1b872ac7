import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ORGANISATION_TYPES } from './organisation.js';
import { isCareReceiver, wayBackEvent, type WayBackAnswer } from './way-back.js';
import { nextWayBackState, WAY_BACK_TRANSITIONS, type WayBackState } from './way-back.state.js';

const organisations = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });

/** A request after these answers, in the order in which they came; answers after the end are not taken. */
function after(asked: readonly string[], answers: readonly WayBackAnswer[]): WayBackState {
  let state: WayBackState = 'asked';
  answers.forEach((answer, i) => {
    if (state === 'asked') state = nextWayBackState(state, wayBackEvent(asked, answers.slice(0, i), answer));
  });
  return state;
}

describe('the way back', () => {
  it('is approved by everybody who was asked, in whatever order, and refused by one', () => {
    fc.assert(
      fc.property(organisations, fc.infiniteStream(fc.boolean()), (asked, coins) => {
        const answers = asked.map((organisationId) => ({ organisationId, approves: coins.next().value }));
        expect(after(asked, answers)).toBe(answers.every(({ approves }) => approves) ? 'approved' : 'refused');
        expect(after(asked, answers.slice(0, -1))).not.toBe('approved');
      }),
    );
  });

  it('leads to a list by one road alone: asked, approved by all, opened', () => {
    const into = (state: WayBackState) => WAY_BACK_TRANSITIONS.filter(({ to }) => to === state).map(({ from }) => from);
    expect([into('ready'), into('opening'), into('approved')]).toEqual([['opening'], ['approved'], ['asked']]);
  });

  it('ends at care, never at the police or a corporation', () => {
    expect(ORGANISATION_TYPES.filter(isCareReceiver).sort()).toEqual(['care_provider', 'ggd', 'wijkteam']);
  });
});
