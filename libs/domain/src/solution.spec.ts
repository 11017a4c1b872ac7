import { describe, expect, it } from '@jest/globals';
import { solutionsCriteria, type SolutionsFacts } from './criteria/solutions.criteria.js';
import { couldBeSeen, verdictOf } from './evaluation.js';
import { INTERPRETATION_TRANSITIONS, nextInterpretationState } from './interpretation.state.js';
import { carries, isCommitted, nextSolutionState, SOLUTION_STATES, SOLUTION_TRANSITIONS } from './solution.state.js';

describe('a solution', () => {
  it('is an option until it is chosen, and every end is one', () => {
    expect(nextSolutionState('option', 'choose')).toBe('chosen');
    expect(() => nextSolutionState('option', 'start')).toThrow(
      expect.objectContaining({ code: 'solution.wrong-state' }),
    );
    for (const end of ['finished', 'stopped', 'dropped'] as const)
      expect(SOLUTION_TRANSITIONS.filter(({ from }) => from === end)).toEqual([]);
    expect(SOLUTION_STATES.filter(isCommitted)).toEqual(['chosen', 'running', 'finished', 'stopped']);
  });
});

describe('an interpretation', () => {
  it('never goes back to reading apart: what was seen was seen', () => {
    expect(INTERPRETATION_TRANSITIONS.filter(({ to }) => to === 'apart')).toEqual([]);
    expect(nextInterpretationState('agreed', 'reopen')).toBe('together');
    expect(() => nextInterpretationState('apart', 'agree')).toThrow(
      expect.objectContaining({ code: 'interpretation.wrong-state' }),
    );
  });
});

describe('the strength of a finding', () => {
  it('is at most that of its result', () => {
    expect(carries('association', 'description')).toBe(true);
    expect(carries('association', 'cause')).toBe(false);
    expect(carries('forecast', 'cause')).toBe(false);
    expect(carries('cause', 'forecast')).toBe(false);
    expect(carries('forecast', 'forecast')).toBe(true);
  });
});

describe('the verdict on a measure', () => {
  it.each([
    [0.7, 0.9, -0.2, 'as_expected'],
    [0.85, 0.95, -0.2, 'less_than_expected'],
    [0.7, 1.05, -0.2, 'no_effect_seen'],
    [1.05, 1.3, -0.2, 'opposite'],
    [1.1, 1.4, 0.3, 'as_expected'],
    [1.05, 1.2, 0.3, 'less_than_expected'],
    [0.6, 0.9, 0.3, 'opposite'],
  ] as const)('of %p–%p where %p was expected is %p', (low, high, expected, verdict) => {
    expect(verdictOf(low, high, expected)).toBe(verdict);
  });

  it('waits until an effect of that size could be seen', () => {
    // A fifth less is 0.223 on the log scale; 2.80 standard errors are needed.
    expect(couldBeSeen(0.0796, -0.2)).toBe(true);
    expect(couldBeSeen(0.0798, -0.2)).toBe(false);
    expect(couldBeSeen(NaN, -0.2)).toBe(false);
    expect(couldBeSeen(0.1, 0)).toBe(false);
  });
});

describe('the criteria of step 5', () => {
  const since = new Date(0);
  const politie = { organisationId: 'p', name: 'Politie' };
  const done: SolutionsFacts = {
    findings: [{ answered: true }],
    unowned: [],
    unregistered: [],
    interpretationsOpen: 0,
  };
  const open = (change: Partial<SolutionsFacts>) =>
    solutionsCriteria({ ...done, ...change }, since)
      .filter(({ met }) => !met)
      .map(({ code, missing }) => [code, missing[0]!.name ?? missing[0]!.role]);

  it('hold where every finding is answered and every solution owned', () => {
    expect(open({})).toEqual([]);
  });

  it('name what is missing and from whom', () => {
    expect(open({ findings: [] })).toEqual([
      ['findings-written', 'coordinator'],
      ['findings-answered', 'domain_expert'],
    ]);
    expect(open({ findings: [{ answered: true }, { answered: false }] })).toEqual([
      ['findings-answered', 'domain_expert'],
    ]);
    expect(open({ unowned: [politie], unregistered: [politie], interpretationsOpen: 2 })).toEqual([
      ['interpretations-agreed', 'coordinator'],
      ['solutions-owned', 'Politie'],
      ['evaluations-registered', 'Politie'],
    ]);
  });
});
