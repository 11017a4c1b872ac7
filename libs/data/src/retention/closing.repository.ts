import type { Transaction } from '../database.js';
import type { DueRows } from './deletion.repository.js';

/** Everything that is left of the rows of a lab, by load; for the lab that closes. */
export const listAllRows = (tx: Transaction, labId: string): Promise<DueRows[]> =>
  tx.query(
    `select l.id as "loadId", l.dataset_id as "datasetId", l.organisation_id as "organisationId", d.kind, l.revision,
            'closed' as reason, (l.covers - l.deleted_covers)::text as days
     from load l join dataset d on d.id = l.dataset_id
     where l.lab_id = $1 and l.state in ('accepted', 'withdrawn') and not l.unchanged and not isempty(l.covers - l.deleted_covers)
     order by l.id`,
    [labId],
  );

/** Loads of a lab that were never decided on. */
export const listUndecidedLoads = (
  tx: Transaction,
  labId: string,
): Promise<{ id: string; organisationId: string; datasetId: string }[]> =>
  tx.query(
    `select id, organisation_id as "organisationId", dataset_id as "datasetId" from load
     where lab_id = $1 and state in ('receiving', 'received', 'checking', 'to_confirm') for update`,
    [labId],
  );

/** Snapshots of a lab of which the file may still be there. */
export const listLivingSnapshots = (tx: Transaction, labId: string): Promise<{ id: string; digest: string }[]> =>
  tx.query('select id, digest from snapshot where lab_id = $1 and destroyed_at is null order by id', [labId]);

/** Sources of a lab that have a key, with its fingerprint. */
export const listSourceKeys = (
  tx: Transaction,
  labId: string,
): Promise<{ datasetId: string; organisationId: string; fingerprint: string }[]> =>
  tx.query(
    `select k.dataset_id as "datasetId", d.organisation_id as "organisationId", k.fingerprint
     from source_key k join dataset d on d.id = k.dataset_id where k.lab_id = $1 order by 1`,
    [labId],
  );

/** Tables of exact figures that were computed from the rows; what was released stands elsewhere. */
const EXACT = {
  cells: `delete from cell where lab_id = $1 and tier = 'own'`,
  differences: 'delete from load_difference where lab_id = $1',
  qualityReports: 'delete from quality_report where lab_id = $1',
  outcomes: 'delete from run_outcome where lab_id = $1',
  ownRisks: 'delete from privacy_risk_own where lab_id = $1',
  submitted: 'delete from submitted_report where lab_id = $1',
  wayBackLists: 'delete from way_back_list where lab_id = $1',
} as const;

/** Deletes the exact figures of a lab, of every organisation. Gives how many of each there were. */
export async function deleteExactFigures(tx: Transaction, labId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, sql] of Object.entries(EXACT)) {
    const [, gone]: [unknown, number] = await tx.query(sql, [labId]);
    counts[name] = gone;
  }
  return counts;
}
