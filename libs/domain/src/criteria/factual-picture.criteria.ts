import { ofEach, type Criterion, type Owing } from './criterion.js';

export interface FactualPictureFacts {
  /** Those of whom something is expected: they have a dataset in this lab. */
  organisations: readonly (Owing & {
    /** At least one accepted load. */
    delivered: boolean;
    /** The quality report of the newest load that counts is accepted, of every dataset that has such a load. */
    qualityAccepted: boolean;
    /** Every dataset has a registration card. */
    cardsWritten: boolean;
  })[];
}

/** Step 2, *samen feitelijke foto maken* (product.md §3). */
export function factualPictureCriteria({ organisations }: FactualPictureFacts, since: Date): Criterion[] {
  const without = (holds: (organisation: FactualPictureFacts['organisations'][number]) => boolean) =>
    organisations.filter((organisation) => !holds(organisation));
  return [
    ofEach(
      'everybody-delivered',
      without(({ delivered }) => delivered),
      'data_steward',
      since,
    ),
    ofEach(
      'quality-accepted',
      // What was not delivered has no quality that anybody could accept.
      without(({ delivered, qualityAccepted }) => delivered && qualityAccepted),
      'data_steward',
      since,
    ),
    ofEach(
      'cards-written',
      without(({ cardsWritten }) => cardsWritten),
      'data_steward',
      since,
    ),
  ];
}
