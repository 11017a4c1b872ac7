import { nextState, type Transition } from './next-state.js';

/**
 * The life of a lab. `to_close`: its coordinator asked to close it and its organisations answer; nothing has changed yet. `closing`: all of
 * them consented, and the platform deletes; there is no way back from here. `closed`: what is left can be read and not changed.
 */
export const LAB_STATES = ['active', 'to_close', 'closing', 'closed'] as const;
export type LabState = (typeof LAB_STATES)[number];
export type LabEvent = 'ask' | 'consent' | 'object' | 'withdraw' | 'close' | 'finish';

export const LAB_TRANSITIONS: readonly Transition<LabState, LabEvent>[] = [
  { from: 'active', event: 'ask', to: 'to_close' },
  { from: 'to_close', event: 'consent', to: 'to_close' },
  { from: 'to_close', event: 'object', to: 'to_close' },
  { from: 'to_close', event: 'withdraw', to: 'active' },
  { from: 'to_close', event: 'close', to: 'closing' },
  // A worker that died half-way begins again; what it deleted stays deleted, with its proof.
  { from: 'closing', event: 'finish', to: 'closed' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextLabState = (from: LabState, event: LabEvent): LabState =>
  nextState(LAB_TRANSITIONS, from, event, {
    code: 'lab.wrong-state',
    message: `A lab that is ${from} does not take "${event}".`,
  });

/** Whether anything in a lab may still be changed. */
export const isChangeable = (state: LabState): boolean => state === 'active' || state === 'to_close';
