import { describe, expect, it } from '@jest/globals';
import { factualPictureCriteria, type FactualPictureFacts } from './factual-picture.criteria.js';
import { prioritiseCriteria, type PrioritiseFacts } from './prioritise.criteria.js';
import type { Criterion } from './criterion.js';

const SINCE = new Date('2026-03-01T00:00:00Z');
type Organisation = PrioritiseFacts['organisations'][number];
const said = { goalStated: true, legalAnswered: true, boardAgreed: true };
const gemeente: Organisation = {
  organisationId: 'g',
  name: 'Gemeente',
  roles: ['coordinator', 'analyst', 'data_steward', 'domain_expert'],
  expected: true,
  ...said,
};
const politie: Organisation = {
  ...gemeente,
  organisationId: 'p',
  name: 'Politie',
  roles: ['data_steward', 'domain_expert'],
};
const wijkteam: Organisation = {
  ...gemeente,
  organisationId: 'w',
  name: 'Wijkteam',
  roles: ['wijkteam_member', 'domain_expert'],
  expected: false,
};
const stepOne = (...organisations: Organisation[]): PrioritiseFacts => ({
  organisations,
  questionChosen: true,
  citizensHeard: true,
  shells: { approved: true },
});

type Delivering = FactualPictureFacts['organisations'][number];
const all = {
  expected: true,
  signed: true,
  delivered: true,
  declaredNothing: false,
  qualityAccepted: true,
  cardsWritten: true,
};
const delivering = (name: string, change: Partial<Delivering> = {}): Delivering => ({
  organisationId: name.slice(0, 1),
  name,
  ...all,
  ...change,
});
const stepTwo = (...organisations: Delivering[]) =>
  factualPictureCriteria({ organisations, newer: [], deeperQuestions: 1 }, SINCE);

const openOf = (criteria: readonly Criterion[]) =>
  criteria
    .filter(({ met }) => !met)
    .map(({ code, missing }) => [code, ...missing.map(({ name, role }) => name ?? role)]);

describe('the criteria of step 1', () => {
  it('are all met in a lab that has all it needs', () => {
    expect(openOf(prioritiseCriteria(stepOne(gemeente, politie, wijkteam), SINCE))).toEqual([]);
  });

  it('name every organisation that something is expected of and that has no steward', () => {
    const facts = stepOne(gemeente, { ...politie, roles: ['domain_expert'] }, wijkteam);
    expect(openOf(prioritiseCriteria(facts, SINCE))).toEqual([['stewards-named', 'Politie']]);
  });

  it('want two organisations, a coordinator and an analyst', () => {
    const alone = stepOne({ ...gemeente, roles: ['data_steward', 'domain_expert'] });
    expect(openOf(prioritiseCriteria(alone, SINCE)).map(([code]) => code)).toEqual([
      'two-organisations',
      'coordinator-named',
      'analyst-named',
    ]);
  });

  it('want of every organisation a goal, a domain expert, the legal list and the word of its board', () => {
    const silent = { ...wijkteam, roles: [], goalStated: false, legalAnswered: false, boardAgreed: false };
    expect(openOf(prioritiseCriteria(stepOne(gemeente, politie, silent), SINCE))).toEqual([
      ['domain-experts-named', 'Wijkteam'],
      ['goals-stated', 'Wijkteam'],
      ['legal-answered', 'Wijkteam'],
      ['boards-agreed', 'Wijkteam'],
    ]);
  });

  it('want a question that was chosen, and citizens heard', () => {
    const facts = { ...stepOne(gemeente, politie), questionChosen: false, citizensHeard: false };
    expect(openOf(prioritiseCriteria(facts, SINCE))).toEqual([
      ['core-question', 'coordinator'],
      ['citizens-heard', 'coordinator'],
    ]);
  });

  it('await a shell from the analyst, and then from whoever has not approved it, since it was handed in', () => {
    const shellOf = (shells: PrioritiseFacts['shells']) =>
      prioritiseCriteria({ ...stepOne(gemeente, politie), shells }, SINCE).find(
        ({ code }) => code === 'shell-approved',
      );
    expect(shellOf({ approved: false })!.missing).toMatchObject([{ role: 'analyst', since: SINCE }]);
    const since = new Date('2026-03-04T00:00:00Z');
    expect(shellOf({ approved: false, awaiting: { since, organisationIds: ['p'] } })).toMatchObject({
      met: false,
      missing: [{ organisationId: 'p', name: 'Politie', role: 'domain_expert', since }],
    });
    // A new version that waits for approval does not take away what is approved.
    expect(shellOf({ approved: true, awaiting: { since, organisationIds: ['p'] } })!.met).toBe(true);
  });

  it('say since when', () => {
    const [first] = prioritiseCriteria(stepOne(), SINCE);
    expect(first!.missing).toEqual([{ organisationId: null, name: null, role: 'coordinator', since: SINCE }]);
  });
});

describe('the criteria of step 2', () => {
  it('wait for the delivery of those who promised one', () => {
    expect(openOf(stepTwo(delivering('Gemeente', { delivered: false }), delivering('Politie')))).toEqual([
      ['everybody-delivered', 'Gemeente'],
      // What was not delivered has no quality that anybody could accept.
      ['quality-accepted', 'Gemeente'],
    ]);
  });

  it('wait for an accepted quality report and a registration card of each', () => {
    expect(
      openOf(
        stepTwo(delivering('Gemeente', { qualityAccepted: false }), delivering('Politie', { cardsWritten: false })),
      ),
    ).toEqual([
      ['quality-accepted', 'Gemeente'],
      ['cards-written', 'Politie'],
    ]);
  });

  it('wait for a picture that is as new as the deliveries, and say of which, from whom and since when', () => {
    const since = new Date('2026-03-04T10:00:00Z');
    const newer = [{ organisationId: 'P', organisation: 'Politie', dataset: 'Incidenten', since }];
    const criteria = factualPictureCriteria(
      { organisations: [delivering('Politie')], newer, deeperQuestions: 1 },
      SINCE,
    );
    expect(criteria.filter(({ met }) => !met)).toEqual([
      {
        code: 'picture-up-to-date',
        met: false,
        missing: [{ organisationId: 'P', name: 'Politie: Incidenten', role: 'coordinator', since }],
      },
    ]);
  });
});

describe('the criteria of step 2, where somebody has nothing', () => {
  const nothing = { expected: false, delivered: false, signed: false };

  it('want no signature, no quality and no card of who declared to have nothing', () => {
    expect(
      openOf(stepTwo(delivering('Gemeente'), delivering('Wijkteam', { ...nothing, declaredNothing: true }))),
    ).toEqual([]);
  });

  it('wait for who takes part and neither delivered nor declared', () => {
    expect(openOf(stepTwo(delivering('Gemeente'), delivering('Wijkteam', nothing)))).toEqual([
      ['everybody-delivered', 'Wijkteam'],
    ]);
  });

  it('want the signature of who delivered, whatever it declared', () => {
    const both = delivering('Politie', { expected: false, declaredNothing: true, signed: false });
    const [signed] = stepTwo(both);
    expect(signed).toEqual({
      code: 'intake-terms-signed',
      met: false,
      missing: [{ organisationId: 'P', name: 'Politie', role: 'privacy_officer', since: SINCE }],
    });
  });

  it('want at least one question for the deeper analyses', () => {
    const without = factualPictureCriteria(
      { organisations: [delivering('Gemeente')], newer: [], deeperQuestions: 0 },
      SINCE,
    );
    expect(openOf(without)).toEqual([['deeper-questions-written', 'analyst']]);
  });
});
