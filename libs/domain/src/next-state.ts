import { invalidState } from './errors.js';

/** One row of a state machine: what an event makes of a state. */
export interface Transition<State extends string, Event extends string> {
  from: State;
  event: Event;
  to: State;
}

/** The state after the event. Throws InvalidState with this code and these words where the table has no row for it. */
export function nextState<State extends string, Event extends string>(
  transitions: readonly Transition<State, Event>[],
  from: State,
  event: Event,
  refusal: { code: string; message: string },
): State {
  const found = transitions.find((row) => row.from === from && row.event === event);
  if (found === undefined) throw invalidState(refusal.code, refusal.message);
  return found.to;
}
