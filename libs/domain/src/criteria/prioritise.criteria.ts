import type { LabRole } from '../organisation.js';
import { ofEach, ofLab, type Criterion, type Owing } from './criterion.js';

export interface PrioritiseFacts {
  organisations: readonly (Owing & {
    roles: readonly LabRole[];
    /** Has a dataset in this lab, so that something is expected of it. */
    expected: boolean;
    goalStated: boolean;
    /** Every item of the legal list as it stands today has an answer with an explanation. */
    legalAnswered: boolean;
    /** Its board agreed that results are independent and published also when they are unwelcome. */
    boardAgreed: boolean;
  })[];
  /** A question was chosen and is still there. */
  questionChosen: boolean;
  /** Citizens were consulted, or why not is public. */
  citizensHeard: boolean;
  shells: {
    approved: boolean;
    /** The shell that was handed in and lacks the fewest approvals: since when, and whose it lacks. */
    awaiting?: { since: Date; organisationIds: readonly string[] } | undefined;
  };
}

const LEAST_ORGANISATIONS = 2;

/** Step 1, *vraagstuk prioriteren* (product.md §3). */
export function prioritiseCriteria(facts: PrioritiseFacts, since: Date): Criterion[] {
  const { organisations, questionChosen, citizensHeard } = facts;
  const someone = (role: LabRole) => organisations.some(({ roles }) => roles.includes(role));
  const without = (holds: (organisation: PrioritiseFacts['organisations'][number]) => boolean) =>
    organisations.filter((organisation) => !holds(organisation));
  const lacking = (role: LabRole) => without(({ roles }) => roles.includes(role));
  return [
    ofLab('two-organisations', organisations.length >= LEAST_ORGANISATIONS, 'coordinator', since),
    ofLab('coordinator-named', someone('coordinator'), 'coordinator', since),
    ofLab('analyst-named', someone('analyst'), 'coordinator', since),
    ofEach(
      'stewards-named',
      lacking('data_steward').filter(({ expected }) => expected),
      'coordinator',
      since,
    ),
    ofEach('domain-experts-named', lacking('domain_expert'), 'coordinator', since),
    ofEach(
      'goals-stated',
      without(({ goalStated }) => goalStated),
      'domain_expert',
      since,
    ),
    ofLab('core-question', questionChosen, 'coordinator', since),
    shellApproved(facts, since),
    ofEach(
      'legal-answered',
      without(({ legalAnswered }) => legalAnswered),
      'domain_expert',
      since,
    ),
    ofEach(
      'boards-agreed',
      without(({ boardAgreed }) => boardAgreed),
      'domain_expert',
      since,
    ),
    ofLab('citizens-heard', citizensHeard, 'coordinator', since),
  ];
}

/** Before a shell was handed in somebody must draw one; after that those are awaited who have not approved it. */
function shellApproved({ organisations, shells: { approved, awaiting } }: PrioritiseFacts, since: Date): Criterion {
  if (approved || awaiting === undefined) return ofLab('shell-approved', approved, 'analyst', since);
  const owing = organisations.filter(({ organisationId }) => awaiting.organisationIds.includes(organisationId));
  return ofEach('shell-approved', owing, 'domain_expert', awaiting.since);
}
