import {
  announce,
  audit,
  Database,
  findRelease,
  holdRelease,
  insertStanding,
  listReviews,
  saveReleased,
  saveStopped,
  type ReleaseRow,
  type ReviewRow,
  type StandingRow,
  type Transaction,
} from '@datalab/data';
import { bug, isApprovedByTwo, type Clock, type LabPolicy } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import type { Work } from '../work.js';
import { ReleaseGround } from './release-ground.js';
import { ReleaseLedger } from './release-ledger.js';
import { releaseDigest } from './release-digest.js';
import { daysAfter } from './release-terms.js';

/** How long a design that was checked once may go out again by itself. */
const STANDING_MONTHS = 12;

/** Lets releases out: the last look, the entry in the ledger, and the moment from which it can no longer be changed. */
@Injectable()
export class ReleaseOutService {
  constructor(
    private readonly database: Database,
    private readonly ledger: ReleaseLedger,
    private readonly ground: ReleaseGround,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets out what two checkers approved. Waits (and says so) while the seven values have no standing answer; ends the version where the agreement
   * changed or the ledger no longer passes. Running again leaves what is out as it is.
   */
  async execute(work: Work, releaseId: string): Promise<void> {
    const { labId } = work;
    await this.database.inTransaction({ labId }, async (tx) => {
      await holdRelease(tx, releaseId);
      const release = await findRelease(tx, releaseId);
      if (release?.state !== 'approved') return;
      const reviews = await approvalsOf(tx, release);
      if (!isApprovedByTwo(reviews)) throw bug('an approved release without its two approvals');
      await this.letOut(tx, work, release, [...new Set(reviews.map(({ personId }) => personId))]);
    });
  }

  /** The last look and the way out, in the transaction of who calls. `checkedBy`: nobody, for a refresh under a standing release. */
  async letOut(tx: Transaction, work: Work, release: ReleaseRow, checkedBy: readonly string[]): Promise<void> {
    const policy = await this.ground.policy(tx, release.labId);
    const code = this.changedSince(release, policy);
    if (code !== undefined) return this.stop(tx, work, release, { code, cells: [] });
    // Not an end: it goes out when somebody has answered and asks again.
    if (!(await this.valuesStand(tx, release))) return this.tell(tx, work, release, 'release.waits-for-values');
    const leaving = { ...release, document: release.document! };
    const answer = await this.ledger.audit(tx, leaving);
    if (answer.state === 'refused') return this.stop(tx, work, release, answer);
    await this.ledger.enter(tx, leaving, {
      releaseId: release.id,
      tableKey: release.tableKey ?? release.kind,
      policyVersion: release.policyVersion!,
      requestedBy: release.requestedBy,
      checkedBy,
      standingId: release.standingId,
    });
    const at = this.clock.now();
    await saveReleased(tx, release.id, {
      at,
      publicFrom: release.tier === 'public' ? daysAfter(at, release.embargoDays) : null,
      criteria: [
        ...release.criteria!,
        { code: 'values-answered', met: true },
        { code: checkedBy.length > 0 ? 'two-checkers' : 'standing-release', met: true },
      ],
    });
    if (release.wantsStanding && checkedBy.length > 0) await insertStanding(tx, standingOf(release, at));
    await this.tell(tx, work, release, 'release.out');
  }

  /** A refresh of a design that people answered for is of new rows, always; what makes it unusual is looked at elsewhere. */
  private async valuesStand(tx: Transaction, release: ReleaseRow): Promise<boolean> {
    const values = await this.ground.values(tx, release);
    return values === 'answered' || (release.standingId !== null && values === 'new_rows');
  }

  private changedSince(release: ReleaseRow, policy: LabPolicy | undefined): string | undefined {
    if (release.document === null || releaseDigest(release.document) !== release.digest)
      throw bug('a release is not what its digest says');
    if (policy === undefined) return 'no-agreement';
    return String(policy.version) === release.policyVersion ? undefined : 'agreement-changed';
  }

  private async stop(
    tx: Transaction,
    work: Work,
    release: ReleaseRow,
    { code, cells }: { code: string; cells: readonly { areaCode: string; period: string }[] },
  ): Promise<void> {
    await saveStopped(tx, release.id, { code, cells, versions: [] }, this.clock.now());
    await this.tell(tx, work, release, 'release.machine-stopped', { reason: code });
  }

  private async tell(
    tx: Transaction,
    { actorId, requestId }: Work,
    { id, labId }: ReleaseRow,
    action: string,
    detail: Record<string, string> = {},
  ): Promise<void> {
    await audit(tx, { actorId, requestId }, { action, objectKind: 'release', objectId: id, labId, detail });
    await announce(tx, { kind: 'lab', id: labId, labId });
  }
}

/** The approvals of what lies there now: of this round, and of this digest. */
async function approvalsOf(tx: Transaction, { id, round, digest }: ReleaseRow): Promise<ReviewRow[]> {
  const reviews = await listReviews(tx, id);
  return reviews.filter((row) => row.round === round && row.digest === digest && row.verdict === 'approve');
}

function standingOf(release: ReleaseRow, at: Date): Omit<StandingRow, 'id' | 'endedAt' | 'endReason'> {
  const goodUntil = new Date(at);
  goodUntil.setUTCMonth(goodUntil.getUTCMonth() + STANDING_MONTHS);
  const { labId, seriesId, context, tier, id } = release;
  return { labId, seriesId, design: release.design!, context, tier, checkedReleaseId: id, givenAt: at, goodUntil };
}
