import { listAcceptedQuality, listDatasetsWithCard, type Transaction } from '@datalab/data';
import type { LabFacts } from '@datalab/domain';
import { datasetsOf, type LabGround } from './lab-ground.js';

/** What the criteria of step 2 are computed from. */
export async function factualPictureFacts(tx: Transaction, ground: LabGround): Promise<LabFacts['factual_picture']> {
  const judged = await listAcceptedQuality(tx, ground.lab.id);
  const withCard = await listDatasetsWithCard(tx, ground.lab.id);
  const accepted = (datasetId: string) => judged.find((row) => row.datasetId === datasetId)?.accepted ?? true;
  return {
    organisations: ground.participants.flatMap(({ organisationId, name, lastAcceptedAt }) => {
      const own = datasetsOf(ground, organisationId);
      if (own.length === 0) return [];
      return {
        organisationId,
        name,
        delivered: lastAcceptedAt !== null,
        qualityAccepted: own.every(({ id }) => accepted(id)),
        cardsWritten: own.every(({ id }) => withCard.includes(id)),
      };
    }),
  };
}
