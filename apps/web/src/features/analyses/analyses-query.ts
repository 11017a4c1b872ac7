import type { RunResult } from '@datalab/domain';
import { queryOptions } from '@tanstack/react-query';
import {
  RunChoicesDocument,
  RunDocument,
  RunsDocument,
  type RunDetailsFragment,
  type RunsQuery,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type RunDetails = RunDetailsFragment;
export type Analyses = RunsQuery;

/** Runs of a lab with what may be asked for now; asked anew when the server says that a run changed. */
export const analysesOptions = (labId: string) =>
  queryOptions({
    queryKey: ['runs', labId],
    queryFn: ({ signal }) => request(RunsDocument, { labId }, signal),
  });

/** What can be chosen for a run over areas of a level: it changes when an agreement or the region does. */
export const runChoicesOptions = (labId: string, areaLevel: string) =>
  queryOptions({
    queryKey: ['run-choices', labId, areaLevel],
    queryFn: async ({ signal }) => (await request(RunChoicesDocument, { labId, areaLevel }, signal)).runChoices,
  });

/** One run with what may be shown of its outcome. */
export const runOptions = (runId: string) =>
  queryOptions({
    queryKey: ['run', runId],
    queryFn: async ({ signal }) => {
      const { run } = await request(RunDocument, { id: runId }, signal);
      return { ...run, result: run.result as RunResult | null };
    },
  });
