import type {
  ReleaseContext,
  ReleaseDocument,
  ReleaseKind,
  ReleaseState,
  ReleaseTier,
  TableDesign,
} from '@datalab/domain';
import type { Transaction } from '../database.js';
import type { ReleasedKind } from './release.read-model.js';

/** Why the machine stopped a release, and what could go out instead. Words and designs; no number of a cell. */
export interface Stopped {
  code: string;
  /** Cells to coarsen or leave out; the ones that hold least first. */
  cells: readonly { areaCode: string; period: string }[];
  /** Other forms of the same release that pass, the one that loses least first; `loss` is the share (0–1) of the shown numbers that it does not give. */
  versions: readonly { name: string; loss: number; tier: ReleaseTier; design: TableDesign | null }[];
}

export interface ReleaseRow {
  id: string;
  labId: string;
  seriesId: string;
  version: number;
  kind: ReleaseKind;
  analysisKind: ReleasedKind;
  tier: ReleaseTier;
  state: ReleaseState;
  runId: string | null;
  tableKey: string | null;
  snapshotId: string;
  snapshotDigest: string;
  design: TableDesign | null;
  context: ReleaseContext;
  round: number;
  wantsStanding: boolean;
  embargoDays: number;
  requestedBy: string;
  requestedOrganisationId: string;
  createdAt: Date;
  submittedAt: Date | null;
  checkBefore: Date | null;
  document: ReleaseDocument | null;
  digest: string | null;
  policyVersion: string | null;
  criteria: readonly { code: string; met: boolean }[] | null;
  machineCheckedAt: Date | null;
  stopped: Stopped | null;
  standingId: string | null;
  releasedAt: Date | null;
  publicFrom: Date | null;
  sampledAt: Date | null;
  sampleVerdict: 'sound' | 'unsound' | null;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

const COLUMNS = `id, lab_id as "labId", series_id as "seriesId", version, kind, analysis_kind as "analysisKind", tier, state, run_id as "runId",
  table_key as "tableKey", snapshot_id as "snapshotId", snapshot_digest as "snapshotDigest", design, context, round,
  wants_standing as "wantsStanding", embargo_days as "embargoDays", requested_by as "requestedBy",
  requested_organisation_id as "requestedOrganisationId", created_at as "createdAt", submitted_at as "submittedAt",
  check_before as "checkBefore", document, digest, policy_version as "policyVersion", criteria,
  machine_checked_at as "machineCheckedAt", stopped, standing_id as "standingId", released_at as "releasedAt",
  public_from as "publicFrom", sampled_at as "sampledAt", sample_verdict as "sampleVerdict", withdrawn_at as "withdrawnAt",
  withdrawn_reason as "withdrawnReason"`;

/** A release that row-level security lets through, or undefined. */
export async function findRelease(tx: Transaction, id: string): Promise<ReleaseRow | undefined> {
  const rows: ReleaseRow[] = await tx.query(`select ${COLUMNS} from release where id = $1`, [id]);
  return rows[0];
}

/** Makes everybody else who is about to move this release wait until the transaction ends; to be called before it is read. */
export async function holdRelease(tx: Transaction, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 3))', [id]);
}

/** The releases of a lab that row-level security lets through, newest first; 500 at most. */
export const listReleases = (tx: Transaction, labId: string): Promise<ReleaseRow[]> =>
  tx.query(`select ${COLUMNS} from release where lab_id = $1 order by created_at desc, version desc limit 500`, [
    labId,
  ]);

/** Every version of one thing that is given out, newest first. */
export const listVersions = (tx: Transaction, seriesId: string): Promise<ReleaseRow[]> =>
  tx.query(`select ${COLUMNS} from release where series_id = $1 order by version desc`, [seriesId]);

export interface NewRelease {
  id: string;
  labId: string;
  seriesId: string;
  kind: ReleaseKind;
  analysisKind: ReleasedKind;
  tier: ReleaseTier;
  runId: string | null;
  tableKey: string | null;
  snapshotId: string;
  snapshotDigest: string;
  design: TableDesign | null;
  context: ReleaseContext;
  wantsStanding: boolean;
  embargoDays: number;
  requestedBy: string;
  requestedOrganisationId: string;
}

/** Adds the next version of a series as a draft; two at once get two numbers. Returns the number. */
export async function insertRelease(tx: Transaction, release: NewRelease): Promise<number> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [release.seriesId]);
  const versions: { next: number }[] = await tx.query(
    'select coalesce(max(version), 0) + 1 as next from release where series_id = $1',
    [release.seriesId],
  );
  const version = versions[0]!.next;
  await tx.query(
    `insert into release (id, lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, table_key, snapshot_id, snapshot_digest,
       design, context, wants_standing, embargo_days, requested_by, requested_organisation_id)
     values ($1, $2, $3, $4, $5, $6, $7, 'draft', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      release.id,
      release.labId,
      release.seriesId,
      version,
      release.kind,
      release.analysisKind,
      release.tier,
      release.runId,
      release.tableKey,
      release.snapshotId,
      release.snapshotDigest,
      release.design && JSON.stringify(release.design),
      JSON.stringify(release.context),
      release.wantsStanding,
      release.embargoDays,
      release.requestedBy,
      release.requestedOrganisationId,
    ],
  );
  return version;
}

/** New words for a release: a draft again, in a new round, so that no review of before counts. */
export async function saveChange(
  tx: Transaction,
  id: string,
  change: { state: ReleaseState; context: ReleaseContext; embargoDays: number; wantsStanding: boolean },
): Promise<void> {
  await tx.query(
    `update release set state = $2, context = $3, embargo_days = $4, wants_standing = $5, round = round + 1, machine_checked_at = null,
       submitted_at = null, check_before = null where id = $1`,
    [id, change.state, JSON.stringify(change.context), change.embargoDays, change.wantsStanding],
  );
}

export async function saveSubmitted(
  tx: Transaction,
  id: string,
  { state, at, checkBefore }: { state: ReleaseState; at: Date; checkBefore: Date },
): Promise<void> {
  await tx.query(
    'update release set state = $2, submitted_at = $3, check_before = $4, machine_checked_at = null where id = $1',
    [id, state, at, checkBefore],
  );
}

/** Moves a release by what a checker said of it. */
export async function saveReleaseState(tx: Transaction, id: string, state: ReleaseState): Promise<void> {
  await tx.query('update release set state = $2 where id = $1', [id, state]);
}

export async function saveWithdrawn(
  tx: Transaction,
  id: string,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<void> {
  await tx.query(
    `update release set state = 'withdrawn', withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 where id = $1`,
    [id, at, by, reason],
  );
}

/** What a checker found of a refresh that went out without people. */
export async function saveSampleVerdict(tx: Transaction, id: string, verdict: 'sound' | 'unsound'): Promise<void> {
  await tx.query('update release set sample_verdict = $2 where id = $1', [id, verdict]);
}
