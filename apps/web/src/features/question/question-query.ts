import { queryOptions } from '@tanstack/react-query';
import {
  OutputShellsDocument,
  StepOneDocument,
  type ShellDetailsFragment,
  type StepOneDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type StepOne = StepOneDetailsFragment;
export type Shell = ShellDetailsFragment;
export type Question = StepOne['questions'][number];

export const stepOneOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'step-one'],
    queryFn: async ({ signal }) => (await request(StepOneDocument, { labId }, signal)).stepOne,
  });

export const shellsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'shells'],
    queryFn: async ({ signal }) => (await request(OutputShellsDocument, { labId }, signal)).outputShells,
  });
