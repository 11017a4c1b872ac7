import { abilityFor, isAllowed } from '@datalab/access';
import {
  announce,
  audit,
  Database,
  findActorInLab,
  findRelease,
  holdRelease,
  saveChecked,
  saveStopped,
  type ReleaseRow,
  type Stopped,
  type Transaction,
} from '@datalab/data';
import type { Clock, LabPolicy } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import type { Work } from '../work.js';
import { automaticRules, type RuleOutcome } from './automatic-rules.js';
import { buildDocument, type Built } from './build-document.js';
import { coarserDesigns } from './coarser-designs.js';
import { checkOf } from './decisions.js';
import { releaseDigest } from './release-digest.js';
import { ReleaseLedger } from './release-ledger.js';
import { outsideTerms } from './release-terms.js';
import { ReleaseGround } from './release-ground.js';

/** At most so many other forms are proposed: a choice, not a menu. */
const MOST_VERSIONS = 3;

/** The machine's look at a release before people see it: every automatic rule, and the ledger of all that went out before. */
@Injectable()
export class ReleaseCheckerService {
  constructor(
    private readonly database: Database,
    private readonly ledger: ReleaseLedger,
    private readonly ground: ReleaseGround,
    private readonly clock: Clock,
  ) {}

  /** Checks a release that was handed in. One that was looked at, or taken back meanwhile, is left as it is. */
  async execute(work: Work, releaseId: string): Promise<void> {
    const { labId } = work;
    await this.database.inTransaction({ labId }, async (tx) => {
      await holdRelease(tx, releaseId);
      const release = await findRelease(tx, releaseId);
      if (release === undefined || release.state !== 'submitted' || release.machineCheckedAt !== null) return;
      await this.judge(tx, work, release);
    });
  }

  /** The same in a transaction of somebody else, for a refresh that nobody handed in. True where it may go on. */
  async judge(tx: Transaction, work: Work, release: ReleaseRow): Promise<boolean> {
    const stopped = (await this.requesterLeft(release)) ? stop('requester-left') : await this.look(tx, release);
    if (stopped !== null) await saveStopped(tx, release.id, stopped, this.clock.now());
    const { labId, id } = release;
    const { actorId, requestId } = work;
    const action = stopped === null ? 'release.machine-passed' : 'release.machine-stopped';
    const detail: Record<string, string> = stopped === null ? {} : { reason: stopped.code };
    await audit(tx, { actorId, requestId }, { action, objectKind: 'release', objectId: id, labId, detail });
    await announce(tx, { kind: 'lab', id: labId, labId });
    return stopped === null;
  }

  /** Why it may not leave; null where it may, and then what it gives is stored with what it was judged by. */
  private async look(tx: Transaction, release: ReleaseRow): Promise<Stopped | null> {
    const policy = await this.ground.policy(tx, release.labId);
    if (policy === undefined) return stop('no-agreement');
    const outside = outsideTerms(policy, release);
    if (outside !== undefined) return stop(outside);
    const built = await buildDocument(tx, release, policy);
    if (typeof built === 'string') return stop(built);
    const rules = automaticRules(built.document, {
      tier: release.tier,
      floor: policy.floors[release.tier].reports,
      isOpen: built.isOpen,
    });
    const broken = rules.find(({ met }) => !met);
    if (broken !== undefined) return stop(broken.code);
    const { labId, snapshotId, tier } = release;
    const answer = await this.ledger.audit(tx, { labId, snapshotId, tier, document: built.document });
    if (answer.state === 'refused')
      return {
        code: answer.code,
        cells: answer.cells,
        versions: await this.safeVersions(tx, release, built, answer.cells, policy),
      };
    await this.keep(tx, release, built, [...rules, { code: 'ledger-passed', met: true }], policy);
    return null;
  }

  private async keep(
    tx: Transaction,
    release: ReleaseRow,
    { document, decisions }: Built,
    criteria: readonly RuleOutcome[],
    policy: LabPolicy,
  ): Promise<void> {
    await saveChecked(tx, release.id, release.labId, {
      document,
      digest: releaseDigest(document),
      policyVersion: String(policy.version),
      criteria,
      check: checkOf(decisions, [...criteria], release.design === null ? undefined : document.tables[0]),
      at: this.clock.now(),
    });
  }

  /** Other forms of the same table that the rules and the ledger let through, the one that loses least first. */
  private async safeVersions(
    tx: Transaction,
    release: ReleaseRow,
    refused: Built,
    cells: Stopped['cells'],
    policy: LabPolicy,
  ): Promise<Stopped['versions']> {
    const { design, labId, snapshotId } = release;
    if (design === null) return [];
    const found: Stopped['versions'][number][] = [];
    for (const coarser of coarserDesigns(design, release.tier, cells, refused)) {
      const built = await buildDocument(tx, { ...release, design: coarser.design, tier: coarser.tier }, policy);
      if (typeof built === 'string' || built.document.given === 0) continue;
      const { document } = built;
      const answer = await this.ledger.audit(tx, { labId, snapshotId, tier: coarser.tier, document });
      const loss =
        coarser.name === 'lab_only' ? 1 : 1 - Math.min(1, document.given / Math.max(1, refused.document.given));
      if (answer.state === 'safe') found.push({ ...coarser, loss: Math.round(loss * 100) / 100 });
    }
    return found.sort((a, b) => a.loss - b.loss).slice(0, MOST_VERSIONS);
  }

  /** Between asking and checking the requester may have left, or lost the role. A refresh is the platform's own. */
  private async requesterLeft(release: ReleaseRow): Promise<boolean> {
    if (release.standingId !== null) return false;
    const { labId, requestedBy } = release;
    const actor = await findActorInLab(this.database, labId, requestedBy);
    if (actor === undefined) return true;
    return !isAllowed(abilityFor(actor), 'draft', 'Release', { labId, reach: 'work', requestedBy });
  }
}

const stop = (code: string): Stopped => ({ code, cells: [], versions: [] });
