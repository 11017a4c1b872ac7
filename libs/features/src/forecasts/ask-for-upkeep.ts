import { askFor, findContractOfRun, type Transaction } from '@datalab/data';
import { forecastUpkeepJob } from '@datalab/jobs';
import type { Work } from '../work.js';

/** Has the forecasts of a lab looked at, in the transaction of what changed. */
export const askForForecastUpkeep = (tx: Transaction, { labId, actorId, requestId }: Work): Promise<void> =>
  askFor(tx, forecastUpkeepJob, { labId }, { labId, actorId, requestId });

/** The same, where the run that ended was done under a contract. */
export async function askAfterForecastRun(tx: Transaction, work: Work, runId: string): Promise<void> {
  if ((await findContractOfRun(tx, runId)) !== undefined) await askForForecastUpkeep(tx, work);
}
