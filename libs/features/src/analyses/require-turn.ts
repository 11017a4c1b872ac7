import {
  findPolicyInForce,
  findSnapshot,
  findStepState,
  listDatasets,
  listNewerDeliveries,
  listReleasedKinds,
  type Transaction,
} from '@datalab/data';
import { invalidState, KIND_BEFORE, type AnalysisKind } from '@datalab/domain';

/**
 * The snapshot that a run of this kind may be asked for on: the newest. InvalidState where the step is not open, no agreement is in force, the picture
 * is behind what was delivered (a run on it would be of yesterday's rows), or the kind before it is not released yet.
 */
export async function requireTurn(tx: Transaction, labId: string, kind: AnalysisKind): Promise<string> {
  if ((await findStepState(tx, labId, 'deeper_analyses')) !== 'open')
    throw invalidState('run.step-not-open', 'Runs are asked for while the step of the deeper analyses is open.');
  if ((await findPolicyInForce(tx, labId)) === undefined)
    throw invalidState('run.no-agreement', 'No agreement is in force in this lab.');
  const snapshot = await findSnapshot(tx, labId);
  if (snapshot === undefined) throw invalidState('run.no-snapshot', 'This lab has no factual picture yet.');
  const newer = new Set((await listNewerDeliveries(tx, labId)).map(({ datasetId }) => datasetId));
  if (newer.size > 0) {
    const sources = (await listDatasets(tx, labId)).filter(({ id }) => newer.has(id));
    const names = sources.map(({ organisationName, name }) => `${organisationName} (${name})`).join(', ');
    throw invalidState('run.picture-behind', `The picture is being made anew after a delivery of ${names}.`);
  }
  const before = KIND_BEFORE[kind];
  if (before !== undefined && !(await listReleasedKinds(tx, labId, snapshot.id)).includes(before))
    throw invalidState('run.out-of-turn', `A ${kind} run waits for a released ${before} result of the same snapshot.`);
  return snapshot.id;
}
