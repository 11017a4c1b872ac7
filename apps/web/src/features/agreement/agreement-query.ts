import { queryOptions } from '@tanstack/react-query';
import { AgreementDocument, type AgreementDetailsFragment } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type AgreementVersion = AgreementDetailsFragment['versions'][number];
export type Choices = AgreementVersion['choices'];

/** The agreement of a lab in all its versions, newest first. */
export const agreementOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'agreement'],
    queryFn: async ({ signal }) => (await request(AgreementDocument, { labId }, signal)).agreement,
  });
