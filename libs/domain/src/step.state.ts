import { nextState, type Transition } from './next-state.js';

/** The five steps of a Data Lab, in order (product.md §3). */
export const STEPS = ['prioritise', 'factual_picture', 'share_safely', 'deeper_analyses', 'solutions'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_STATES = ['locked', 'open', 'in_review', 'done'] as const;
export type StepState = (typeof STEP_STATES)[number];

/**
 * `unlock` follows from the step before it; `submit` is the coordinator's, possible when every criterion holds; `consent` and `object` are an
 * organisation's answer to what was submitted; `return` takes it back, with a reason; `fall_back` is what happens when a criterion no longer
 * holds; `approve` is the coordinator's, possible when enough organisations consented (consent.ts); `reopen` comes with a reason; `lock` is what
 * reopening an earlier step does to a later one.
 */
export const STEP_EVENTS = [
  'unlock',
  'submit',
  'consent',
  'object',
  'return',
  'fall_back',
  'approve',
  'reopen',
  'lock',
] as const;
export type StepEvent = (typeof STEP_EVENTS)[number];

export const STEP_TRANSITIONS: readonly Transition<StepState, StepEvent>[] = [
  { from: 'locked', event: 'unlock', to: 'open' },
  { from: 'open', event: 'submit', to: 'in_review' },
  { from: 'in_review', event: 'consent', to: 'in_review' },
  { from: 'in_review', event: 'object', to: 'in_review' },
  { from: 'in_review', event: 'return', to: 'open' },
  { from: 'in_review', event: 'fall_back', to: 'open' },
  { from: 'in_review', event: 'approve', to: 'done' },
  { from: 'done', event: 'reopen', to: 'open' },
  { from: 'open', event: 'lock', to: 'locked' },
  { from: 'in_review', event: 'lock', to: 'locked' },
  { from: 'done', event: 'lock', to: 'locked' },
];

/** The state after the event; throws InvalidState where the event does not fit. */
export const nextStepState = (from: StepState, event: StepEvent): StepState =>
  nextState(STEP_TRANSITIONS, from, event, {
    code: 'step.wrong-state',
    message: `A step that is ${from} does not take "${event}".`,
  });
