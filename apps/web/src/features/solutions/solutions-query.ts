import { queryOptions } from '@tanstack/react-query';
import {
  InterpretationsDocument,
  SolutionsDocument,
  type FindingDetailsFragment,
  type InterpretationDetailsFragment,
  type SolutionDetailsFragment,
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
