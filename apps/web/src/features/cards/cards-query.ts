import { queryOptions } from '@tanstack/react-query';
import { RegistrationCardsDocument, type CardDetailsFragment } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type Card = CardDetailsFragment;

/** Every version of a dataset's card, newest first. */
export const cardsOptions = (labId: string, datasetId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'cards', datasetId],
    queryFn: async ({ signal }) => (await request(RegistrationCardsDocument, { datasetId }, signal)).registrationCards,
  });
