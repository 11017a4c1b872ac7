import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  OutputShellsDocument,
  StepOneDocument,
  type ShellDetailsFragment,
  type StepOneDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { useLab } from '../lab/lab-context.js';

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

/** Saves something of a lab, and asks anew for what is shown of it. */
export function useSave<Value>(save: (value: Value) => Promise<unknown>, onDone?: () => void) {
  const client = useQueryClient();
  const { lab } = useLab();
  return useMutation({
    mutationFn: save,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['lab', lab.id] });
      onDone?.();
    },
  });
}
