import type { ReleaseContext, ReleaseDocument, ReleaseTier, TableDesign } from '@datalab/domain';
import type { Transaction } from '../database.js';
import type { Stopped } from './release.repository.js';

/** What the machine made of a release that it lets pass to people, and what it is judged by. For the worker's role alone. */
export interface Checked {
  document: ReleaseDocument;
  digest: string;
  policyVersion: string;
  criteria: readonly { code: string; met: boolean }[];
  /** For checkers alone; see `ReleaseCheckDocument` of the feature. */
  check: unknown;
  at: Date;
}

export async function saveChecked(tx: Transaction, id: string, labId: string, checked: Checked): Promise<void> {
  await tx.query(
    `update release set document = $2, digest = $3, policy_version = $4, criteria = $5, machine_checked_at = $6, stopped = null where id = $1`,
    [
      id,
      JSON.stringify(checked.document),
      checked.digest,
      checked.policyVersion,
      JSON.stringify(checked.criteria),
      checked.at,
    ],
  );
  await tx.query(
    `insert into release_check (release_id, lab_id, document, checked_at) values ($1, $2, $3, $4)
     on conflict (release_id) do update set document = excluded.document, checked_at = excluded.checked_at`,
    [id, labId, JSON.stringify(checked.check), checked.at],
  );
}

/** The machine says no: this version ends, with the reason and what could go out instead. */
export async function saveStopped(tx: Transaction, id: string, stopped: Stopped, at: Date): Promise<void> {
  await tx.query(`update release set state = 'refused', stopped = $2, machine_checked_at = $3 where id = $1`, [
    id,
    JSON.stringify(stopped),
    at,
  ]);
}

export async function saveReleased(
  tx: Transaction,
  id: string,
  { at, publicFrom, criteria }: { at: Date; publicFrom: Date | null; criteria: Checked['criteria'] },
): Promise<void> {
  await tx.query(
    `update release set state = 'released', released_at = $2, public_from = $3, criteria = $4 where id = $1`,
    [id, at, publicFrom, JSON.stringify(criteria)],
  );
}

export interface StandingRow {
  id: string;
  labId: string;
  seriesId: string;
  design: TableDesign;
  context: ReleaseContext;
  tier: ReleaseTier;
  checkedReleaseId: string;
  givenAt: Date;
  goodUntil: Date;
  endedAt: Date | null;
  endReason: string | null;
}

const STANDING = `id, lab_id as "labId", series_id as "seriesId", design, context, tier, checked_release_id as "checkedReleaseId",
  given_at as "givenAt", good_until as "goodUntil", ended_at as "endedAt", end_reason as "endReason"`;

/** The standing releases of a lab, those that still stand first. */
export const listStanding = (tx: Transaction, labId: string): Promise<StandingRow[]> =>
  tx.query(`select ${STANDING} from standing_release where lab_id = $1 order by ended_at nulls first, given_at desc`, [
    labId,
  ]);

export async function findStanding(tx: Transaction, id: string): Promise<StandingRow | undefined> {
  const rows: StandingRow[] = await tx.query(`select ${STANDING} from standing_release where id = $1`, [id]);
  return rows[0];
}

/** From now on this design goes out again with each picture, in the place of what stood for the same series before. */
export async function insertStanding(
  tx: Transaction,
  standing: Omit<StandingRow, 'id' | 'endedAt' | 'endReason'>,
): Promise<void> {
  await tx.query(
    `insert into standing_release (lab_id, series_id, design, context, tier, checked_release_id, given_at, good_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (lab_id, series_id) do update set design = excluded.design, context = excluded.context, tier = excluded.tier,
       checked_release_id = excluded.checked_release_id, given_at = excluded.given_at, good_until = excluded.good_until,
       ended_at = null, end_reason = null`,
    [
      standing.labId,
      standing.seriesId,
      JSON.stringify(standing.design),
      JSON.stringify(standing.context),
      standing.tier,
      standing.checkedReleaseId,
      standing.givenAt,
      standing.goodUntil,
    ],
  );
}

/** Ends a standing release; one that ended already keeps its reason. */
export async function endStanding(
  tx: Transaction,
  id: string,
  reason: 'withdrawn' | 'expired' | 'sample_unsound' | 'policy_changed',
  at: Date,
): Promise<void> {
  await tx.query('update standing_release set ended_at = $2, end_reason = $3 where id = $1 and ended_at is null', [
    id,
    at,
    reason,
  ]);
}

/** Refreshes that went out without people since `since` and were not drawn yet; by digest, which nobody can choose. */
export const listUnsampled = (
  tx: Transaction,
  labId: string,
  since: Date,
): Promise<{ id: string; standingId: string }[]> =>
  tx.query(
    `select r.id, r.standing_id as "standingId" from release r
     where r.lab_id = $1 and r.state = 'released' and r.standing_id is not null and r.released_at >= $2 and r.sampled_at is null
       and not exists (select from release_review v where v.release_id = r.id)
     order by r.digest`,
    [labId, since],
  );

/** Whether one of a standing release's refreshes was drawn since this moment. */
export async function wasSampledSince(tx: Transaction, standingId: string, since: Date): Promise<boolean> {
  const rows: unknown[] = await tx.query('select 1 from release where standing_id = $1 and sampled_at >= $2 limit 1', [
    standingId,
    since,
  ]);
  return rows.length > 0;
}

export async function markSampled(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update release set sampled_at = $2 where id = $1', [id, at]);
}

/** The worker's own copy of a standing release's next version: handed in by the platform in the name of who asked for the first. */
export async function insertRefresh(
  tx: Transaction,
  refresh: {
    id: string;
    from: string;
    standingId: string;
    snapshotId: string;
    snapshotDigest: string;
    at: Date;
    checkBefore: Date;
  },
): Promise<boolean> {
  const rows: { id: string }[] = await tx.query(
    `insert into release (id, lab_id, series_id, version, kind, analysis_kind, tier, state, snapshot_id, snapshot_digest, design, context,
       embargo_days, requested_by, requested_organisation_id, standing_id, submitted_at, check_before)
     select $1::uuid, r.lab_id, r.series_id, (select max(version) + 1 from release where series_id = r.series_id), 'table', 'descriptive', s.tier, 'submitted',
       $4::uuid, $5::text, s.design, s.context, r.embargo_days, r.requested_by, r.requested_organisation_id, s.id, $6::timestamptz, $7::timestamptz
     from standing_release s join release r on r.id = s.checked_release_id
     where s.id = $3 and r.id = $2
       and not exists (select from release earlier where earlier.series_id = s.series_id and earlier.snapshot_id = $4::uuid)
     returning id`,
    [
      refresh.id,
      refresh.from,
      refresh.standingId,
      refresh.snapshotId,
      refresh.snapshotDigest,
      refresh.at,
      refresh.checkBefore,
    ],
  );
  return rows.length > 0;
}
