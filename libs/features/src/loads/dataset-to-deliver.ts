import { isAllowed } from '@datalab/access';
import { findDataset, findLab, findStepState, type DatasetRow, type Transaction } from '@datalab/data';
import { forbidden, invalidState, notFound } from '@datalab/domain';
import type { Ctx } from '../context.js';
import { requireSignedTerms } from '../intake-terms/terms-in-force.js';

/**
 * The dataset, where this person may deliver to it, as a file or report by report, its lab has come to step 2 and its organisation has signed
 * the intake terms, in a lab that is no rehearsal; throws NotFound, Forbidden or InvalidState.
 */
export async function datasetToDeliver(
  tx: Transaction,
  ctx: Ctx,
  datasetId: string,
  by: 'upload' | 'submit',
): Promise<DatasetRow> {
  const dataset = await findDataset(tx, datasetId);
  if (dataset === undefined || !isAllowed(ctx.ability, 'read', 'Dataset', dataset)) throw notFound('dataset');
  if (!isAllowed(ctx.ability, by, 'Dataset', dataset))
    throw forbidden('dataset.not-steward', 'Only the steward of its own organisation delivers to a dataset.');
  if ((await findLab(tx, dataset.labId))?.isRehearsal === true)
    throw invalidState('lab.rehearsal', 'A rehearsal has invented reports alone; nothing real is brought there.');
  if ((await findStepState(tx, dataset.labId, 'factual_picture')) === 'locked')
    throw invalidState('lab.picture-locked', 'Deliveries begin with step 2; step 1 is not finished yet.');
  await requireSignedTerms(tx, dataset);
  return dataset;
}
