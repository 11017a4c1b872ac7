import type { ReleaseState } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** What kind of analysis a release came of. */
export type ReleasedKind = 'descriptive' | 'diagnostic' | 'predictive';

/**
 * The kinds of which at least one result of this snapshot is out and was not taken back; a table of the picture is a description. For the order inside
 * step 4: a diagnostic run needs a released description of the same snapshot, a predictive run a released diagnosis.
 */
export async function listReleasedKinds(tx: Transaction, labId: string, snapshotId: string): Promise<ReleasedKind[]> {
  const rows: { kind: ReleasedKind }[] = await tx.query(
    `select distinct analysis_kind as kind from release
     where lab_id = $1 and snapshot_id = $2 and state = 'released' order by 1`,
    [labId, snapshotId],
  );
  return rows.map(({ kind }) => kind);
}

/** What became of the releases of each run, newest version last: for the criteria of step 4. Runs without any are not listed. */
export async function listRunReleases(
  tx: Transaction,
  labId: string,
): Promise<{ runId: string; releaseId: string; state: ReleaseState; kind: ReleasedKind; releasedAt: Date | null }[]> {
  return tx.query(
    `select run_id as "runId", id as "releaseId", state, analysis_kind as kind, released_at as "releasedAt" from release
     where lab_id = $1 and run_id is not null order by created_at, version`,
    [labId],
  );
}
