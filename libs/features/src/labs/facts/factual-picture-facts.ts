import {
  listAcceptedQuality,
  listDatasetsWithCard,
  listDeeperQuestions,
  listNewerDeliveries,
  listNothingToDeliver,
  listIntakeSignatures,
  type Transaction,
} from '@datalab/data';
import type { LabFacts } from '@datalab/domain';
import { termsInForce } from '../../intake-terms/terms-in-force.js';
import { datasetsOf, type LabGround } from './lab-ground.js';

/** What the criteria of step 2 are computed from. */
export async function factualPictureFacts(tx: Transaction, ground: LabGround): Promise<LabFacts['factual_picture']> {
  const labId = ground.lab.id;
  const judged = await listAcceptedQuality(tx, labId);
  const withCard = await listDatasetsWithCard(tx, labId);
  const { digest } = await termsInForce(tx, labId);
  const standing = (await listIntakeSignatures(tx, labId)).filter(({ endedAt }) => endedAt === null);
  const nothing = await listNothingToDeliver(tx, labId);
  const accepted = (datasetId: string) => judged.find((row) => row.datasetId === datasetId)?.accepted ?? true;
  const newer = await listNewerDeliveries(tx, labId);
  return {
    newer: ground.datasets.flatMap(({ id, name, organisationId, organisationName }) =>
      newer
        .filter(({ datasetId }) => datasetId === id)
        .map(({ since }) => ({ organisationId, organisation: organisationName, dataset: name, since })),
    ),
    deeperQuestions: (await listDeeperQuestions(tx, labId)).length,
    organisations: ground.participants.map(({ organisationId, name, lastAcceptedAt }) => {
      const own = datasetsOf(ground, organisationId);
      const declared = nothing.filter((row) => row.organisationId === organisationId);
      const hasNothing = declared.some(({ datasetId }) => datasetId === null);
      const promised = hasNothing ? [] : own.filter(({ id }) => !declared.some(({ datasetId }) => datasetId === id));
      return {
        organisationId,
        name,
        expected: promised.length > 0,
        signed: standing.some((row) => row.organisationId === organisationId && row.digest === digest),
        delivered: lastAcceptedAt !== null,
        declaredNothing: hasNothing || (own.length > 0 && promised.length === 0),
        qualityAccepted: own.every(({ id }) => accepted(id)),
        cardsWritten: promised.every(({ id }) => withCard.includes(id)),
      };
    }),
  };
}
