import type { Where } from '@datalab/access';
import type { Transaction } from '../database.js';

/** That something was deleted. No value, no hash: how much, why, and a digest to check it by. */
export interface DeletionProof {
  labId: string;
  organisationId: string | null;
  datasetId: string | null;
  objectKind: 'rows' | 'snapshot' | 'upload' | 'work' | 'sessions' | 'source_key' | 'exact_figures' | 'way_back_list';
  objectId: string;
  reason: string;
  counts: Readonly<Record<string, number>>;
  digest: string | null;
  requestId: string;
  deletedAt: Date;
}

export async function insertProof(tx: Transaction, proof: DeletionProof): Promise<void> {
  await tx.query(
    `insert into deletion_proof (lab_id, organisation_id, dataset_id, object_kind, object_id, reason, counts, digest, request_id, deleted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      proof.labId,
      proof.organisationId,
      proof.datasetId,
      proof.objectKind,
      proof.objectId,
      proof.reason,
      JSON.stringify(proof.counts),
      proof.digest,
      proof.requestId,
      proof.deletedAt,
    ],
  );
}

export interface DeletionProofRow extends Omit<DeletionProof, 'labId' | 'requestId'> {
  id: string;
  datasetName: string | null;
}

/** The proofs of a lab that the rules allow and row-level security lets through, newest first, 200 at most. */
export const listProofs = (tx: Transaction, labId: string, organisation: Where): Promise<DeletionProofRow[]> =>
  tx.query(
    `select p.id, p.organisation_id as "organisationId", p.dataset_id as "datasetId", d.name as "datasetName",
            p.object_kind as "objectKind", p.object_id as "objectId", p.reason, p.counts, p.digest, p.deleted_at as "deletedAt"
     from deletion_proof p left join dataset d on d.id = p.dataset_id
     where p.lab_id = $${organisation.parameters.length + 1} and (p.organisation_id is null or ${organisation.sql})
     order by p.deleted_at desc, p.id desc limit 200`,
    [...organisation.parameters, labId],
  );
