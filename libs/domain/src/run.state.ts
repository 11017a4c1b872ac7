import { nextState, type Transition } from './next-state.js';

/**
 * The life of a run of an analysis. `refused`: the agreement or the gate does not allow it, with the clause or rule named; `failed`: it could not be
 * done; `withdrawn`: nobody stands for it any more, it counts no longer. A result is there in `done` alone.
 */
export const RUN_STATES = ['requested', 'running', 'done', 'failed', 'cancelled', 'refused', 'withdrawn'] as const;
export type RunState = (typeof RUN_STATES)[number];
export type RunEvent = 'started' | 'finished' | 'failed' | 'cancelled' | 'refused' | 'retried' | 'withdrawn';

export const RUN_TRANSITIONS: readonly Transition<RunState, RunEvent>[] = [
  { from: 'requested', event: 'started', to: 'running' },
  // A worker that died half-way begins again: nothing of a run is kept before it is done.
  { from: 'running', event: 'started', to: 'running' },
  { from: 'running', event: 'finished', to: 'done' },
  { from: 'requested', event: 'failed', to: 'failed' },
  { from: 'running', event: 'failed', to: 'failed' },
  { from: 'requested', event: 'refused', to: 'refused' },
  { from: 'running', event: 'refused', to: 'refused' },
  { from: 'requested', event: 'cancelled', to: 'cancelled' },
  { from: 'running', event: 'cancelled', to: 'cancelled' },
  // The same run with the same seed. A refused one is asked for anew: what refused it must change first.
  { from: 'failed', event: 'retried', to: 'requested' },
  { from: 'cancelled', event: 'retried', to: 'requested' },
  { from: 'done', event: 'withdrawn', to: 'withdrawn' },
  { from: 'failed', event: 'withdrawn', to: 'withdrawn' },
  { from: 'cancelled', event: 'withdrawn', to: 'withdrawn' },
  { from: 'refused', event: 'withdrawn', to: 'withdrawn' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextRunState = (from: RunState, event: RunEvent): RunState =>
  nextState(RUN_TRANSITIONS, from, event, {
    code: 'run.wrong-state',
    message: `A run that is ${from} cannot be ${event}.`,
  });

/** Whether work is still under way. */
export const isUnderWay = (state: RunState): boolean => state === 'requested' || state === 'running';
