import { nextState, type Transition } from './next-state.js';

/**
 * The life of a release (disclosure.md §5): a result that somebody wants to give to the lab or to everybody. Whether the machine has looked at it
 * is not a state but a fact beside it: a release that was submitted waits for the machine first and for people then.
 */
export const RELEASE_STATES = [
  'draft',
  'submitted',
  'partially_reviewed',
  'approved',
  'returned',
  'refused',
  'released',
  'withdrawn',
] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/**
 * `change` is what the requester does to the words of a release: every review of before is void. `stop` is the machine: a rule or the ledger does
 * not allow it, at submission or at the very end. `approve_first` and `approve_last` are the two checkers.
 */
export type ReleaseEvent =
  'submit' | 'change' | 'stop' | 'approve_first' | 'approve_last' | 'return' | 'refuse' | 'release' | 'withdraw';

export const RELEASE_TRANSITIONS: readonly Transition<ReleaseState, ReleaseEvent>[] = [
  { from: 'draft', event: 'submit', to: 'submitted' },
  { from: 'draft', event: 'change', to: 'draft' },
  { from: 'draft', event: 'withdraw', to: 'withdrawn' },
  { from: 'submitted', event: 'change', to: 'draft' },
  { from: 'submitted', event: 'stop', to: 'refused' },
  { from: 'submitted', event: 'approve_first', to: 'partially_reviewed' },
  { from: 'submitted', event: 'return', to: 'returned' },
  { from: 'submitted', event: 'refuse', to: 'refused' },
  // A refresh under a standing release that every automatic rule and the ledger passed: people looked at its design before.
  { from: 'submitted', event: 'release', to: 'released' },
  { from: 'submitted', event: 'withdraw', to: 'withdrawn' },
  { from: 'partially_reviewed', event: 'change', to: 'draft' },
  { from: 'partially_reviewed', event: 'approve_last', to: 'approved' },
  { from: 'partially_reviewed', event: 'return', to: 'returned' },
  { from: 'partially_reviewed', event: 'refuse', to: 'refused' },
  { from: 'partially_reviewed', event: 'withdraw', to: 'withdrawn' },
  { from: 'approved', event: 'change', to: 'draft' },
  // Between checking and releasing something else went out: together the two would say too much.
  { from: 'approved', event: 'stop', to: 'refused' },
  { from: 'approved', event: 'release', to: 'released' },
  { from: 'approved', event: 'withdraw', to: 'withdrawn' },
  { from: 'returned', event: 'change', to: 'draft' },
  { from: 'returned', event: 'withdraw', to: 'withdrawn' },
  { from: 'released', event: 'withdraw', to: 'withdrawn' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextReleaseState = (from: ReleaseState, event: ReleaseEvent): ReleaseState =>
  nextState(RELEASE_TRANSITIONS, from, event, {
    code: 'release.wrong-state',
    message: `A release that is ${from} does not take "${event}".`,
  });

/** Whether people still have to do something with a release: it is neither out nor refused nor taken back. */
export const isReleasePending = (state: ReleaseState): boolean =>
  state !== 'released' && state !== 'refused' && state !== 'withdrawn';
