import { nextState, type Transition } from './next-state.js';

/** What somebody will do about a finding: an option until those who would do it choose it; never an order. */
export const SOLUTION_STATES = ['option', 'chosen', 'running', 'finished', 'stopped', 'dropped'] as const;
export type SolutionState = (typeof SOLUTION_STATES)[number];

/** `choose` wants an owner and a date; `stop` and `drop` want a reason; `finish` wants what came of it, also when that is nothing. */
export type SolutionEvent = 'choose' | 'start' | 'finish' | 'stop' | 'drop';

export const SOLUTION_TRANSITIONS: readonly Transition<SolutionState, SolutionEvent>[] = [
  { from: 'option', event: 'choose', to: 'chosen' },
  { from: 'option', event: 'drop', to: 'dropped' },
  { from: 'chosen', event: 'start', to: 'running' },
  { from: 'chosen', event: 'drop', to: 'dropped' },
  { from: 'running', event: 'finish', to: 'finished' },
  { from: 'running', event: 'stop', to: 'stopped' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextSolutionState = (from: SolutionState, event: SolutionEvent): SolutionState =>
  nextState(SOLUTION_TRANSITIONS, from, event, {
    code: 'solution.wrong-state',
    message: `A solution that is ${from} does not take "${event}".`,
  });

/** Whether somebody answers for it: it was chosen, and not dropped. */
export const isCommitted = (state: SolutionState): boolean => state !== 'option' && state !== 'dropped';

/** How much a finding says, weakest first; the forecast stands apart. A finding never says more than the result that it stands on. */
export const STRENGTHS = ['description', 'association', 'indication', 'cause', 'forecast'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** Whether a result that can carry `most` carries a finding of this strength. */
export const carries = (most: Strength, strength: Strength): boolean =>
  strength === most ||
  (most !== 'forecast' && strength !== 'forecast' && STRENGTHS.indexOf(strength) < STRENGTHS.indexOf(most));

export const CONTEXT_KINDS = ['event', 'building', 'registration', 'other'] as const;
/** Why somebody who knows a place reads its figures otherwise. */
export type ContextKind = (typeof CONTEXT_KINDS)[number];
