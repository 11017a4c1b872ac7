import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  InterpretationsDocument,
  SolutionsDocument,
  type FindingDetailsFragment,
  type InterpretationDetailsFragment,
  type SolutionDetailsFragment,
  type TypedDocumentString,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type Interpretation = InterpretationDetailsFragment;
export type Finding = FindingDetailsFragment;
export type Solution = SolutionDetailsFragment;

/** Under the lab, so that what is announced of the lab asks for them anew. */
export const interpretationsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'interpretations'],
    queryFn: async ({ signal }) => (await request(InterpretationsDocument, { labId }, signal)).interpretations,
  });

export const solutionsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'solutions'],
    queryFn: ({ signal }) => request(SolutionsDocument, { labId }, signal),
  });

/** A change of something in a lab: afterwards all that the lab shows is asked for anew. */
export function useLabChange<R, V>(labId: string, document: TypedDocumentString<R, V>, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (variables: V) => request(document, variables),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['lab', labId] });
      onDone?.();
    },
  });
}
