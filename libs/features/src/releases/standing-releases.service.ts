import { randomUUID } from 'node:crypto';
import {
  Database,
  endStanding,
  findRelease,
  findSnapshot,
  findStanding,
  findValueEvidence,
  insertRefresh,
  listStanding,
  listUnsampled,
  markSampled,
  wasSampledSince,
  type ReleaseRow,
  type StandingRow,
  type Transaction,
} from '@datalab/data';
import { unavailable, type Clock } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import type { Work } from '../work.js';
import { ReleaseCheckerService } from './release-checker.service.js';
import { ReleaseGround } from './release-ground.js';
import { ReleaseOutService } from './release-out.service.js';
import { daysAfter } from './release-terms.js';

/** A refresh that withholds so much more of its cells than the one that people checked is for people again. */
const MOST_MORE_WITHHELD = 0.2;

/** Releases that go out again with each new picture, because people checked their design: refreshed, drawn for a look, and ended in time. */
@Injectable()
export class StandingReleasesService {
  constructor(
    private readonly database: Database,
    private readonly checker: ReleaseCheckerService,
    private readonly out: ReleaseOutService,
    private readonly ground: ReleaseGround,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the design of a standing release again, of this picture. Goes out by itself where every rule and the ledger pass and nothing about it is
   * unusual; what is unusual waits for two checkers. A picture that is not the newest any more is left to the refresh of the one that is.
   */
  async refresh(work: Work, standingId: string, snapshotId: string): Promise<void> {
    const { labId } = work;
    await this.database.inTransaction({ labId }, async (tx) => {
      const standing = await findStanding(tx, standingId);
      const snapshot = await findSnapshot(tx, labId);
      if (standing === undefined || standing.endedAt !== null || snapshot?.id !== snapshotId) return;
      // The answers on the values rest on evidence that is counted beside this: without it they would seem to be open.
      if ((await findValueEvidence(tx, snapshotId)) === undefined)
        throw unavailable('release.evidence-not-there', 'The evidence of this picture is being counted.');
      const now = this.clock.now();
      if (standing.goodUntil <= now) return endStanding(tx, standingId, 'expired', now);
      const policy = await this.ground.policy(tx, labId);
      const refresh = {
        id: randomUUID(),
        from: standing.checkedReleaseId,
        standingId,
        snapshotId,
        snapshotDigest: snapshot.digest,
        at: now,
        checkBefore: daysAfter(now, policy?.checkDays ?? 14),
      };
      if (!(await insertRefresh(tx, refresh))) return;
      const drafted = (await findRelease(tx, refresh.id))!;
      if (!(await this.checker.judge(tx, work, drafted))) return;
      const checked = (await findRelease(tx, refresh.id))!;
      if (await this.isUsual(tx, standing, checked)) await this.out.letOut(tx, work, checked, []);
    });
  }

  /** Ends what is older than it may be, and draws one refresh of each standing release per quarter for a person to look at. */
  upkeep({ labId }: Work): Promise<void> {
    return this.database.inTransaction({ labId }, async (tx) => {
      const now = this.clock.now();
      const quarter = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (now.getUTCMonth() % 3), 1));
      const standing = await listStanding(tx, labId);
      for (const { id, endedAt, goodUntil } of standing)
        if (endedAt === null && goodUntil <= now) await endStanding(tx, id, 'expired', now);
      const drawn = new Set<string>();
      for (const { id, standingId } of await listUnsampled(tx, labId, quarter)) {
        if (drawn.has(standingId) || (await wasSampledSince(tx, standingId, quarter))) continue;
        await markSampled(tx, id, now);
        drawn.add(standingId);
      }
    });
  }

  /** Whether people would see nothing new in it: the agreement that they checked under, and about as much withheld. */
  private async isUsual(tx: Transaction, standing: StandingRow, refresh: ReleaseRow): Promise<boolean> {
    const seen = await findRelease(tx, standing.checkedReleaseId);
    if (seen?.document == null || refresh.document === null) return false;
    if (seen.policyVersion !== refresh.policyVersion || seen.state !== 'released') return false;
    return withheldShare(refresh) - withheldShare(seen) <= MOST_MORE_WITHHELD;
  }
}

function withheldShare({ document }: ReleaseRow): number {
  const { given, withheld } = document!;
  return withheld / Math.max(1, given + withheld);
}
