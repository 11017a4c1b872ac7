import { describe, expect, it } from '@jest/globals';
import {
  AGREEMENT_STATES,
  AGREEMENT_TRANSITIONS,
  nextAgreementState,
  type AgreementEvent,
  type AgreementState,
} from './agreement/agreement.state.js';
import { DomainError } from './errors.js';
import { LOAD_STATES, LOAD_TRANSITIONS, nextLoadState, type LoadEvent, type LoadState } from './load.state.js';
import {
  isReleasePending,
  nextReleaseState,
  RELEASE_STATES,
  RELEASE_TRANSITIONS,
  type ReleaseEvent,
  type ReleaseState,
} from './release.state.js';
import { nextRunState, RUN_STATES, RUN_TRANSITIONS, type RunEvent, type RunState } from './run.state.js';
import { LAB_STATES, LAB_TRANSITIONS, nextLabState, type LabEvent, type LabState } from './lab.state.js';
import { nextStepState, STEP_STATES, STEP_TRANSITIONS, type StepEvent, type StepState } from './step.state.js';

interface Machine {
  states: readonly string[];
  transitions: readonly { from: string; event: string; to: string }[];
  first: string;
  next: (from: string, event: string) => string;
}
const MACHINES: [string, Machine][] = [
  [
    'step',
    {
      states: STEP_STATES,
      transitions: STEP_TRANSITIONS,
      first: 'locked',
      next: (from, event) => nextStepState(from as StepState, event as StepEvent),
    },
  ],
  [
    'agreement',
    {
      states: AGREEMENT_STATES,
      transitions: AGREEMENT_TRANSITIONS,
      first: 'draft',
      next: (from, event) => nextAgreementState(from as AgreementState, event as AgreementEvent),
    },
  ],
  [
    'lab',
    {
      states: LAB_STATES,
      transitions: LAB_TRANSITIONS,
      first: 'active',
      next: (from, event) => nextLabState(from as LabState, event as LabEvent),
    },
  ],
  [
    'load',
    {
      states: LOAD_STATES,
      transitions: LOAD_TRANSITIONS,
      first: 'receiving',
      next: (from, event) => nextLoadState(from as LoadState, event as LoadEvent),
    },
  ],
  [
    'release',
    {
      states: RELEASE_STATES,
      transitions: RELEASE_TRANSITIONS,
      first: 'draft',
      next: (from, event) => nextReleaseState(from as ReleaseState, event as ReleaseEvent),
    },
  ],
  [
    'run',
    {
      states: RUN_STATES,
      transitions: RUN_TRANSITIONS,
      first: 'requested',
      next: (from, event) => nextRunState(from as RunState, event as RunEvent),
    },
  ],
];

describe.each(MACHINES)('the states of a %s', (noun, { states, transitions, first, next }) => {
  it('follow the table, and nothing that is not in it', () => {
    const events = [...new Set(transitions.map(({ event }) => event))];
    for (const from of states)
      for (const event of events) {
        const row = transitions.find((candidate) => candidate.from === from && candidate.event === event);
        if (row !== undefined) expect(next(from, event)).toBe(row.to);
        else expect(() => next(from, event)).toThrow(expect.objectContaining({ code: `${noun}.wrong-state` }));
      }
  });

  it('have one outcome per event, and are all reached', () => {
    const keys = transitions.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(keys).size).toBe(keys.length);
    const reached = new Set([first]);
    for (let turn = 0; turn < states.length; turn += 1)
      for (const { from, to } of transitions) if (reached.has(from)) reached.add(to);
    expect(reached).toEqual(new Set(states));
  });
});

describe('a load', () => {
  it('is final once refused or withdrawn', () => {
    for (const end of ['refused', 'withdrawn']) expect(LOAD_TRANSITIONS.filter(({ from }) => from === end)).toEqual([]);
  });

  it('says of a wrong event what it is about', () => {
    const fault = (() => {
      try {
        return nextLoadState('refused', 'accepted');
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(DomainError);
    expect(fault).toMatchObject({ kind: 'InvalidState', message: 'A load that is refused cannot be accepted.' });
  });
});

describe('a step', () => {
  it('is reached from locked through open and review alone', () => {
    const path = (['unlock', 'submit', 'approve'] as const).reduce<StepState[]>(
      (states, event) => [...states, nextStepState(states.at(-1)!, event)],
      ['locked'],
    );
    expect(path).toEqual(['locked', 'open', 'in_review', 'done']);
  });

  it('can be reopened and locked again from wherever it was worked on', () => {
    expect([nextStepState('done', 'reopen'), nextStepState('in_review', 'return')]).toEqual(['open', 'open']);
    expect(STEP_STATES.filter((state) => state !== 'locked').map((state) => nextStepState(state, 'lock'))).toEqual([
      'locked',
      'locked',
      'locked',
    ]);
  });
});

describe('a release', () => {
  it('that is out can only be withdrawn, and one that was refused or withdrawn stays so', () => {
    expect(RELEASE_TRANSITIONS.filter(({ from }) => from === 'released').map(({ event }) => event)).toEqual([
      'withdraw',
    ]);
    for (const end of ['refused', 'withdrawn'])
      expect(RELEASE_TRANSITIONS.filter(({ from }) => from === end)).toEqual([]);
  });

  it('goes back to its draft by any change, so that no review outlives what was reviewed', () => {
    const changed = RELEASE_TRANSITIONS.filter(({ event }) => event === 'change');
    expect(new Set(changed.map(({ to }) => to))).toEqual(new Set(['draft']));
    expect(changed.map(({ from }) => from)).toEqual(RELEASE_STATES.filter(isReleasePending));
  });

  it('needs two approvals, one after the other', () => {
    const approved = RELEASE_TRANSITIONS.filter(({ to }) => to === 'approved');
    expect(approved).toEqual([{ from: 'partially_reviewed', event: 'approve_last', to: 'approved' }]);
  });
});

describe('a run', () => {
  it('has an outcome in one state alone, and is not brought back from being withdrawn', () => {
    expect(RUN_TRANSITIONS.filter(({ to }) => to === 'done')).toEqual([
      { from: 'running', event: 'finished', to: 'done' },
    ]);
    expect(RUN_TRANSITIONS.filter(({ from }) => from === 'withdrawn')).toEqual([]);
  });

  it('that was refused is not tried again as it was', () => {
    expect(RUN_TRANSITIONS.filter(({ from }) => from === 'refused').map(({ event }) => event)).toEqual(['withdrawn']);
  });
});
