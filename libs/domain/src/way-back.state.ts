import { nextState, type Transition } from './next-state.js';

/**
 * The life of one request for the way back (product.md §5): the receiver asks, the privacy officer of every organisation whose knowledge would be
 * revealed answers, the receiver says that residents are told first, the worker makes the list, and the list ends.
 */
export const WAY_BACK_STATES = [
  'asked',
  'approved',
  'refused',
  'opening',
  'ready',
  'too_few',
  'failed',
  'expired',
  'settled',
  'withdrawn',
] as const;
export type WayBackState = (typeof WAY_BACK_STATES)[number];

export type WayBackEvent =
  | 'approve'
  | 'approve_last'
  | 'refuse'
  | 'open'
  | 'list_made'
  | 'find_too_few'
  | 'fail'
  | 'expire'
  | 'settle'
  | 'withdraw';

export const WAY_BACK_TRANSITIONS: readonly Transition<WayBackState, WayBackEvent>[] = [
  { from: 'asked', event: 'approve', to: 'asked' },
  { from: 'asked', event: 'approve_last', to: 'approved' },
  // One organisation is enough: it is its knowledge.
  { from: 'asked', event: 'refuse', to: 'refused' },
  { from: 'asked', event: 'withdraw', to: 'withdrawn' },
  { from: 'approved', event: 'open', to: 'opening' },
  { from: 'approved', event: 'withdraw', to: 'withdrawn' },
  { from: 'opening', event: 'list_made', to: 'ready' },
  { from: 'opening', event: 'find_too_few', to: 'too_few' },
  { from: 'opening', event: 'fail', to: 'failed' },
  { from: 'ready', event: 'expire', to: 'expired' },
  { from: 'ready', event: 'settle', to: 'settled' },
  // What came of it is often known only after the list has gone.
  { from: 'expired', event: 'settle', to: 'settled' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextWayBackState = (from: WayBackState, event: WayBackEvent): WayBackState =>
  nextState(WAY_BACK_TRANSITIONS, from, event, {
    code: 'way-back.wrong-state',
    message: `A request for the way back that is ${from} does not take "${event}".`,
  });

/** Whether a request stands in the way of the next one: two lists side by side could differ by one address. */
export const isWayBackUnderWay = (state: WayBackState): boolean =>
  state === 'asked' || state === 'approved' || state === 'opening' || state === 'ready';
