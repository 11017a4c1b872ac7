import type { ApprovedShell, ForecastContractRow } from '@datalab/data';
import { invalidState } from '@datalab/domain';
import { runRequestSchema, type RunRequest } from '../analyses/run-request.js';

/**
 * What a run under a contract is asked for with: the scope of its shell, up to the last day of the contract, so that a later picture brings later
 * periods into the same request; and the terms as the options of the method.
 */
export function forecastRequest({ purpose, terms }: ForecastContractRow, shell: ApprovedShell): RunRequest {
  const { unit, areaLevel, grain, periodFrom, periodTo, datasetIds } = shell;
  if (grain === 'all') throw invalidState('forecast.no-periods', 'A forecast needs a shell with periods.');
  const to = terms.stopsAfter > periodTo ? terms.stopsAfter : periodTo;
  const { baseline, leastGain, mostAmplification, attention, coverage } = terms;
  return runRequestSchema.parse({
    purpose,
    scope: { unit, areaLevel, grain, from: periodFrom, to, datasetIds, categories: null },
    options: { baseline, leastGain, mostAmplification, attention, coverage },
  });
}
