import type { LabRole } from '../organisation.js';
import { ofEach, ofLab, type Criterion, type Owing } from './criterion.js';

export interface PrioritiseFacts {
  question: string;
  organisations: readonly (Owing & {
    roles: readonly LabRole[];
    /** Has a dataset in this lab, so that something is expected of it. */
    expected: boolean;
  })[];
}

const LEAST_ORGANISATIONS = 2;
const SHORTEST_QUESTION = 10;

/** Step 1, *vraagstuk prioriteren* (product.md §3). */
export function prioritiseCriteria({ question, organisations }: PrioritiseFacts, since: Date): Criterion[] {
  const someone = (role: LabRole) => organisations.some(({ roles }) => roles.includes(role));
  const withoutSteward = organisations.filter(({ expected, roles }) => expected && !roles.includes('data_steward'));
  return [
    ofLab('two-organisations', organisations.length >= LEAST_ORGANISATIONS, 'coordinator', since),
    ofLab('core-question', question.trim().length >= SHORTEST_QUESTION, 'coordinator', since),
    ofLab('coordinator-named', someone('coordinator'), 'coordinator', since),
    ofLab('analyst-named', someone('analyst'), 'coordinator', since),
    ofEach('stewards-named', withoutSteward, 'coordinator', since),
  ];
}
