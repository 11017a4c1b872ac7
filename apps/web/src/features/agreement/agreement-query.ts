import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
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

/** A deed on the agreement: afterwards the whole lab is looked at again, for its steps wait for this. */
export function useAgreementDeed<V>(labId: string, deed: (variables: V) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['lab', labId] });
      onDone?.();
    },
  });
}
