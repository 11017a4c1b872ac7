import { nextState, type Transition } from './next-state.js';

/** One released result on the table of an interpretation session: each organisation reads it apart, then all together, then it is agreed. */
export const INTERPRETATION_STATES = ['apart', 'together', 'agreed'] as const;
export type InterpretationState = (typeof INTERPRETATION_STATES)[number];

/** `share` shows every reading to everybody, and cannot be undone: what was seen was seen. `reopen` takes an agreed reading up again. */
export type InterpretationEvent = 'share' | 'agree' | 'reopen';

export const INTERPRETATION_TRANSITIONS: readonly Transition<InterpretationState, InterpretationEvent>[] = [
  { from: 'apart', event: 'share', to: 'together' },
  { from: 'together', event: 'agree', to: 'agreed' },
  { from: 'agreed', event: 'reopen', to: 'together' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextInterpretationState = (from: InterpretationState, event: InterpretationEvent): InterpretationState =>
  nextState(INTERPRETATION_TRANSITIONS, from, event, {
    code: 'interpretation.wrong-state',
    message: `An interpretation that is ${from} does not take "${event}".`,
  });
