import { nextState, type Transition } from './next-state.js';

/**
 * The life of a forecast model. What it is for, what it must beat, what harm ends it and when it stops are fixed before anything is tried;
 * it cannot be shown without a test since, and it does not come back by itself.
 */
export const FORECAST_STATES = ['draft', 'fixed', 'tested', 'active', 'suspended', 'ended'] as const;
export type ForecastState = (typeof FORECAST_STATES)[number];
/** `unchecked`: a new picture came and the model could not be held against it. */
export type ForecastEvent =
  'fixed' | 'tested' | 'activated' | 'drifted' | 'harmed' | 'objected' | 'unchecked' | 'expired' | 'stopped';

export const FORECAST_TRANSITIONS: readonly Transition<ForecastState, ForecastEvent>[] = [
  { from: 'draft', event: 'fixed', to: 'fixed' },
  { from: 'fixed', event: 'tested', to: 'tested' },
  { from: 'tested', event: 'tested', to: 'tested' },
  // Guarded by activationRefusals: the table alone does not let a model through.
  { from: 'tested', event: 'activated', to: 'active' },
  // Switched off by itself: worse than it was, too much harm, an organisation that objects, nobody who can tell how it does.
  { from: 'active', event: 'drifted', to: 'suspended' },
  { from: 'active', event: 'harmed', to: 'suspended' },
  { from: 'active', event: 'objected', to: 'suspended' },
  { from: 'active', event: 'unchecked', to: 'suspended' },
  // Out of suspension by a new test only, never straight back to active.
  { from: 'suspended', event: 'tested', to: 'tested' },
  { from: 'fixed', event: 'expired', to: 'ended' },
  { from: 'tested', event: 'expired', to: 'ended' },
  { from: 'active', event: 'expired', to: 'ended' },
  { from: 'suspended', event: 'expired', to: 'ended' },
  { from: 'draft', event: 'stopped', to: 'ended' },
  { from: 'fixed', event: 'stopped', to: 'ended' },
  { from: 'tested', event: 'stopped', to: 'ended' },
  { from: 'active', event: 'stopped', to: 'ended' },
  { from: 'suspended', event: 'stopped', to: 'ended' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextForecastState = (from: ForecastState, event: ForecastEvent): ForecastState =>
  nextState(FORECAST_TRANSITIONS, from, event, {
    code: 'forecast.wrong-state',
    message: `A forecast that is ${from} cannot be ${event}.`,
  });

/** Why a forecast is off: the event that did it. */
export const FORECAST_OFF_REASONS = ['drifted', 'harmed', 'objected', 'unchecked', 'expired', 'stopped'] as const;
export type ForecastOffReason = (typeof FORECAST_OFF_REASONS)[number];
