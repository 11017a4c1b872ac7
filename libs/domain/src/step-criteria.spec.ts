import { describe, expect, it } from '@jest/globals';
import { criteriaOf, type LabFacts } from './step-criteria.js';
import { STEPS } from './step.state.js';

type Organisation = LabFacts['organisations'][number];
const gemeente: Organisation = {
  name: 'Gemeente',
  roles: ['coordinator', 'analyst', 'data_steward'],
  delivered: true,
  expected: true,
  qualityAccepted: true,
  cardsWritten: true,
};
const politie: Organisation = { ...gemeente, name: 'Politie', roles: ['data_steward'] };
const wijkteam: Organisation = {
  name: 'Wijkteam',
  roles: ['wijkteam_member'],
  delivered: false,
  expected: false,
  qualityAccepted: true,
  cardsWritten: true,
};
const facts = (...organisations: Organisation[]): LabFacts => ({
  question: 'Waar blijft overlast terugkomen?',
  organisations,
});
const openOf = (step: (typeof STEPS)[number], lab: LabFacts) =>
  criteriaOf(step, lab)
    .filter(({ met }) => !met)
    .map(({ code, missing }) => [code, ...missing]);

describe('criteriaOf', () => {
  it('finds nothing open in a lab that has all it needs', () => {
    const lab = facts(gemeente, politie, wijkteam);
    expect([openOf('prioritise', lab), openOf('factual_picture', lab)]).toEqual([[], []]);
  });

  it('names every organisation that something is expected of and that has no steward', () => {
    const lab = facts(gemeente, { ...politie, roles: [] }, wijkteam);
    expect(openOf('prioritise', lab)).toEqual([['stewards-named', 'Politie']]);
  });

  it('wants two organisations, a question, a coordinator and an analyst', () => {
    expect(
      openOf('prioritise', { ...facts({ ...gemeente, roles: ['data_steward'] }), question: '  waarom?  ' }),
    ).toEqual([['two-organisations'], ['core-question'], ['coordinator-named'], ['analyst-named']]);
    expect(openOf('prioritise', facts())).toEqual([['two-organisations'], ['coordinator-named'], ['analyst-named']]);
  });

  it('waits for the delivery of those who promised one, and for no others', () => {
    expect(openOf('factual_picture', facts({ ...gemeente, delivered: false }, politie, wijkteam))).toEqual([
      ['everybody-delivered', 'Gemeente'],
      // What was not delivered has no quality that anybody could accept.
      ['quality-accepted', 'Gemeente'],
    ]);
  });

  it('waits for an accepted quality report and a registration card of each', () => {
    const lab = facts({ ...gemeente, qualityAccepted: false }, { ...politie, cardsWritten: false }, wijkteam);
    expect(openOf('factual_picture', lab)).toEqual([
      ['quality-accepted', 'Gemeente'],
      ['cards-written', 'Politie'],
    ]);
  });

  it('has none for the steps whose content is not there yet', () => {
    expect(STEPS.filter((step) => criteriaOf(step, facts(gemeente)).length === 0)).toEqual([
      'share_safely',
      'deeper_analyses',
      'solutions',
    ]);
  });
});
