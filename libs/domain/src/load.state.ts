import { nextState, type Transition } from './next-state.js';

/**
 * The life of a load. It is accepted whole or not at all: between `received` and `accepted` nothing of it is in any table that
 * a picture is made from. `superseded` is not a state: a later load covers what it covers, see docs/adr/0004.
 */
export const LOAD_STATES = [
  'receiving',
  'received',
  'checking',
  'to_confirm',
  'accepted',
  'refused',
  'withdrawn',
] as const;
export type LoadState = (typeof LOAD_STATES)[number];
export type LoadEvent = 'uploaded' | 'started' | 'compared' | 'confirmed' | 'accepted' | 'refused' | 'withdrawn';

export const LOAD_TRANSITIONS: readonly Transition<LoadState, LoadEvent>[] = [
  { from: 'receiving', event: 'uploaded', to: 'received' },
  { from: 'received', event: 'started', to: 'checking' },
  // A worker that died half-way starts again from the file; what it had staged is gone with its transaction.
  { from: 'checking', event: 'started', to: 'checking' },
  // It would change what was delivered before and its steward wants to see how, first. Nothing of it counts; the file waits.
  { from: 'checking', event: 'compared', to: 'to_confirm' },
  { from: 'to_confirm', event: 'confirmed', to: 'received' },
  { from: 'to_confirm', event: 'withdrawn', to: 'withdrawn' },
  { from: 'checking', event: 'accepted', to: 'accepted' },
  { from: 'checking', event: 'refused', to: 'refused' },
  { from: 'receiving', event: 'withdrawn', to: 'withdrawn' },
  { from: 'accepted', event: 'withdrawn', to: 'withdrawn' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextLoadState = (from: LoadState, event: LoadEvent): LoadState =>
  nextState(LOAD_TRANSITIONS, from, event, {
    code: 'load.wrong-state',
    message: `A load that is ${from} cannot be ${event}.`,
  });
