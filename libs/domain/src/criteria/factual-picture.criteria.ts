import { ofEach, ofLab, type Criterion, type Owing } from './criterion.js';

export interface FactualPictureFacts {
  /** Everybody who takes part. */
  organisations: readonly (Owing & {
    /** Something is expected of it: it has a dataset in this lab of which it did not declare that it holds nothing. */
    expected: boolean;
    /** The intake terms that hold now are signed by its privacy officer. */
    signed: boolean;
    /** At least one accepted load. */
    delivered: boolean;
    /** Declared to have nothing: as a whole, or for each of its datasets. */
    declaredNothing: boolean;
    /** The quality report of the newest load that counts is accepted, of every dataset that has such a load. */
    qualityAccepted: boolean;
    /** Every dataset has a registration card, but those of which it declared that they hold nothing. */
    cardsWritten: boolean;
  })[];
  /** Sources that say something else now than the newest picture holds. */
  newer: readonly { organisationId: string; organisation: string; dataset: string; since: Date }[];
  /** Questions for the deeper analyses that stand. */
  deeperQuestions: number;
}

/** The picture is as new as the deliveries: the one criterion that waits for the platform, and for nobody. */
export const PICTURE_UP_TO_DATE = 'picture-up-to-date';

/** Step 2, *samen feitelijke foto maken* (product.md §3). */
export function factualPictureCriteria(
  { organisations, newer, deeperQuestions }: FactualPictureFacts,
  since: Date,
): Criterion[] {
  const without = (holds: (organisation: FactualPictureFacts['organisations'][number]) => boolean) =>
    organisations.filter((organisation) => !holds(organisation));
  return [
    ofEach(
      'intake-terms-signed',
      // Who delivers nothing has nothing to agree on.
      without(({ expected, delivered, signed }) => signed || !(expected || delivered)),
      'privacy_officer',
      since,
    ),
    ofEach(
      'everybody-delivered',
      without(({ delivered, declaredNothing }) => delivered || declaredNothing),
      'data_steward',
      since,
    ),
    ofEach(
      'quality-accepted',
      // What was not delivered has no quality that anybody could accept.
      without(({ expected, delivered, qualityAccepted }) => (delivered ? qualityAccepted : !expected)),
      'data_steward',
      since,
    ),
    ofEach(
      'cards-written',
      without(({ cardsWritten }) => cardsWritten),
      'data_steward',
      since,
    ),
    {
      code: PICTURE_UP_TO_DATE,
      met: newer.length === 0,
      // Nobody has to bring anything: the picture is being made. The coordinator is who asks what keeps it.
      missing: newer.map(({ organisationId, organisation, dataset, since: decided }) => ({
        organisationId,
        name: `${organisation}: ${dataset}`,
        role: 'coordinator',
        since: decided,
      })),
    },
    ofLab('deeper-questions-written', deeperQuestions > 0, 'analyst', since),
  ];
}
