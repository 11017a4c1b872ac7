import type { LabRole } from './organisation.js';
import type { Step } from './step.state.js';

/** What the criteria are computed from: nothing that anybody ticked. */
export interface LabFacts {
  question: string;
  organisations: readonly {
    name: string;
    roles: readonly LabRole[];
    /** At least one accepted load. */
    delivered: boolean;
    /** Has a dataset in this lab, so that something is expected of it. */
    expected: boolean;
    /** The quality report of the newest load that counts is accepted, of every dataset that has such a load. */
    qualityAccepted: boolean;
    /** Every dataset has a registration card. */
    cardsWritten: boolean;
  }[];
}

/** One condition for finishing a step: whether it holds and, where it does not, who or what is missing. */
export interface Criterion {
  code:
    | 'two-organisations'
    | 'core-question'
    | 'coordinator-named'
    | 'analyst-named'
    | 'stewards-named'
    | 'everybody-delivered'
    | 'quality-accepted'
    | 'cards-written';
  met: boolean;
  /** Names of organisations; empty where the code says it all. */
  missing: string[];
}

const LEAST_ORGANISATIONS = 2;
const SHORTEST_QUESTION = 10;

/**
 * The criteria that can be computed of a step today. A step without any cannot be finished yet: the issues that bring its content
 * bring its criteria.
 */
export function criteriaOf(step: Step, { question, organisations }: LabFacts): Criterion[] {
  const someone = (role: LabRole) => organisations.some((organisation) => organisation.roles.includes(role));
  const without = (holds: (organisation: LabFacts['organisations'][number]) => boolean) =>
    organisations.filter((organisation) => organisation.expected && !holds(organisation)).map(({ name }) => name);
  const all = (code: Criterion['code'], missing: string[]): Criterion => ({ code, met: missing.length === 0, missing });
  const one = (code: Criterion['code'], met: boolean): Criterion => ({ code, met, missing: [] });

  switch (step) {
    case 'prioritise':
      return [
        one('two-organisations', organisations.length >= LEAST_ORGANISATIONS),
        one('core-question', question.trim().length >= SHORTEST_QUESTION),
        one('coordinator-named', someone('coordinator')),
        one('analyst-named', someone('analyst')),
        all(
          'stewards-named',
          without(({ roles }) => roles.includes('data_steward')),
        ),
      ];
    case 'factual_picture':
      return [
        all(
          'everybody-delivered',
          without(({ delivered }) => delivered),
        ),
        all(
          'quality-accepted',
          without(({ delivered, qualityAccepted }) => delivered && qualityAccepted),
        ),
        all(
          'cards-written',
          without(({ cardsWritten }) => cardsWritten),
        ),
      ];
    default:
      return [];
  }
}
