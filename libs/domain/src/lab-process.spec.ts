import { describe, expect, it } from '@jest/globals';
import { consentsNeeded, standingOf, type Consent } from './consent.js';
import { changesOf, isDocumented, isProcess, type StepStates } from './lab-process.js';
import { stateDiagram } from './state-diagram.js';
import { STEP_STATES, STEP_TRANSITIONS, STEPS, type StepState } from './step.state.js';

const states = (...list: StepState[]): StepStates => new Map(STEPS.map((step, at) => [step, list[at] ?? 'locked']));
const said = (list: ReturnType<typeof changesOf>) => list.map(({ step, event, to }) => `${step} ${event} ${to}`);

describe('what one event changes', () => {
  it('opens the next step with the approval of this one', () => {
    expect(said(changesOf(states('in_review'), 'prioritise', 'approve'))).toEqual([
      'prioritise approve done',
      'factual_picture unlock open',
    ]);
  });

  it('ends with the last step', () => {
    expect(said(changesOf(states('done', 'done', 'done', 'done', 'in_review'), 'solutions', 'approve'))).toEqual([
      'solutions approve done',
    ]);
  });

  it('locks every later step that was worked on before the earlier one opens again', () => {
    expect(said(changesOf(states('done', 'done', 'done', 'in_review'), 'factual_picture', 'reopen'))).toEqual([
      'deeper_analyses lock locked',
      'share_safely lock locked',
      'factual_picture reopen open',
    ]);
  });

  it('keeps a process a process, whatever is asked of whichever step', () => {
    const seen: StepStates[] = [states('open')];
    const known = new Set<string>();
    for (let next = seen.pop(); next !== undefined; next = seen.pop()) {
      const key = [...next.values()].join();
      if (known.has(key)) continue;
      known.add(key);
      expect(isProcess(next)).toBe(true);
      for (const step of STEPS)
        for (const event of ['submit', 'return', 'approve', 'reopen'] as const) {
          let after = next;
          try {
            for (const change of changesOf(next, step, event)) {
              after = new Map(after).set(change.step, change.to);
              // Also in between: the database refuses to write any other.
              expect(worked(after)).toBeLessThanOrEqual(1);
            }
          } catch (error) {
            expect(error).toMatchObject({ code: 'step.wrong-state' });
            continue;
          }
          seen.push(after);
        }
    }
    // Five steps, each open or in review with all before it done, and the end.
    expect(known.size).toBe(2 * STEPS.length + 1);
  });
});

const worked = (of: StepStates) => [...of.values()].filter((state) => state === 'open' || state === 'in_review').length;

describe('how many consent', () => {
  it('is all of them where nothing else was agreed, and where nothing else can be', () => {
    expect(STEPS.map((step) => consentsNeeded(step, 5, null))).toEqual([5, 5, 5, 5, 5]);
    expect(STEPS.map((step) => consentsNeeded(step, 5, 3))).toEqual([5, 3, 5, 3, 3]);
  });

  it('is never more than there are, nor nobody', () => {
    expect([consentsNeeded('solutions', 2, 4), consentsNeeded('solutions', 0, null)]).toEqual([2, 1]);
  });

  it('counts consent alone, and names who has not spoken', () => {
    const voice = (organisationId: string, answer: Consent['answer']): Consent => ({
      organisationId,
      name: organisationId.toUpperCase(),
      answer,
      at: null,
      reason: null,
    });
    const consents = [voice('a', 'consent'), voice('b', 'objection'), voice('c', null), voice('d', 'consent')];
    expect(standingOf('solutions', consents, 2)).toMatchObject({ given: 2, needed: 2, isEnough: true });
    expect(standingOf('share_safely', consents, 2)).toEqual({
      given: 2,
      needed: 4,
      isEnough: false,
      silent: [{ organisationId: 'c', name: 'C' }],
    });
  });
});

describe('what was signed before a step was reopened', () => {
  it('is documented, and what was signed since is not', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
    expect([isDocumented(at(1), at(2)), isDocumented(at(3), at(2)), isDocumented(at(1), null)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a state diagram', () => {
  it('has the first state, every arrow once with its events, and the ends', () => {
    const machine = { noun: 'step', first: 'locked', states: STEP_STATES, transitions: STEP_TRANSITIONS };
    const text = stateDiagram(machine);
    expect(text.split('\n').slice(0, 3)).toEqual(['stateDiagram-v2', '  [*] --> locked', '  locked --> open: unlock']);
    expect(text).toContain('  in_review --> open: return, fall_back');
    expect(
      stateDiagram({ ...machine, first: 'a', states: ['a', 'b'], transitions: [{ from: 'a', event: 'e', to: 'b' }] }),
    ).toContain('  b --> [*]');
  });
});
