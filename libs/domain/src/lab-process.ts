import { nextStepState, STEPS, type Step, type StepEvent, type StepState } from './step.state.js';

export type StepStates = ReadonlyMap<Step, StepState>;

/** One step as one event leaves it. */
export interface StepChange {
  step: Step;
  event: StepEvent;
  from: StepState;
  to: StepState;
}

const stateIn = (states: StepStates, step: Step): StepState => states.get(step) ?? 'locked';

/** The steps after this one, in order. */
export const laterSteps = (step: Step): readonly Step[] => STEPS.slice(STEPS.indexOf(step) + 1);

/**
 * What one event changes: the step itself, and those that follow from it, in the order in which they must be written so that at every moment
 * all steps before the one being worked on are done and all after it are locked. Throws InvalidState where the event does not fit.
 */
export function changesOf(states: StepStates, step: Step, event: StepEvent): StepChange[] {
  const from = stateIn(states, step);
  const own: StepChange = { step, event, from, to: nextStepState(from, event) };
  if (event === 'approve') {
    const [next] = laterSteps(step);
    return next === undefined || stateIn(states, next) !== 'locked' ? [own] : [own, changeBy(states, next, 'unlock')];
  }
  if (event === 'reopen') {
    const locked = laterSteps(step)
      .filter((later) => stateIn(states, later) !== 'locked')
      .map((later) => changeBy(states, later, 'lock'));
    return [...locked.reverse(), own];
  }
  return [own];
}

const changeBy = (states: StepStates, step: Step, event: StepEvent): StepChange => {
  const from = stateIn(states, step);
  return { step, event, from, to: nextStepState(from, event) };
};

/** Whether the states are those of a process: done steps, then at most one that is worked on, then locked ones. */
export function isProcess(states: StepStates): boolean {
  const worked = STEPS.findIndex((step) => stateIn(states, step) !== 'done');
  if (worked === -1) return true;
  return (
    stateIn(states, STEPS[worked]!) !== 'locked' &&
    STEPS.slice(worked + 1).every((step) => stateIn(states, step) === 'locked')
  );
}

/**
 * Whether something that was made, signed or released in a step at a moment is documented history by now: the step, or one before it, was
 * reopened since. `reopenedAt` is the step's own mark, which reopening sets on it and on every later step; null where that never happened.
 */
export const isDocumented = (madeAt: Date, reopenedAt: Date | null): boolean =>
  reopenedAt !== null && madeAt.getTime() < reopenedAt.getTime();
