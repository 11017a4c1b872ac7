import { readdir } from 'node:fs/promises';
import {
  askFor,
  audit,
  Database,
  deleteExpiredSessions,
  deleteFinishedWork,
  deleteRows,
  findLab,
  findRegion,
  insertProof,
  listAbandonedLoads,
  listDecided,
  listDueRows,
  listNewerDeliveries,
  listTaintedSnapshots,
  markDestroyed,
  updateLoad,
  type DeletionProof,
  type DueRows,
  type Transaction,
} from '@datalab/data';
import { notFound, type Clock } from '@datalab/domain';
import { factualPictureJob } from '@datalab/jobs';
import type { SnapshotEraser } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import type { Work } from '../work.js';
import type { UploadFolder } from '../loads/upload-folder.js';
import { dateIn } from '../loads/loads.service.js';

const DAY_MS = 86_400_000;
/** An upload that was not finished in a week will not be; what waits for a steward waits a month. */
const UNFINISHED_DAYS = 7;
const UNCONFIRMED_DAYS = 30;
/** Finished work is kept so long, to look back at when something went wrong. */
const WORK_DAYS = 30;

/** How much one round of upkeep deleted. */
export interface Upkeep {
  rows: number;
  snapshots: number;
  uploads: number;
  work: number;
  sessions: number;
}

/** Deletes what may not, or need not, be kept. Each deletion leaves a proof, in the transaction of the deletion itself. */
@Injectable()
export class MaintenanceService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadFolder,
    private readonly store: SnapshotEraser,
    private readonly clock: Clock,
  ) {}

  /** One round for one lab. What is due at this moment is done, whatever an earlier round left; running again finds nothing. */
  async execute(work: Work): Promise<Upkeep> {
    const rows = await this.deleteDueRows(work);
    const snapshots = await this.destroySnapshots(work);
    // A picture that is behind blocks its step: where the job for it failed for good, nothing else would ask for it again.
    if (rows > 0 || snapshots > 0 || (await this.isPictureBehind(work)))
      await this.inLab(work, (tx) => askFor(tx, factualPictureJob, { labId: work.labId }, work));
    const uploads = await this.dropAbandoned(work);
    await this.discardDecided(work);
    return { rows, snapshots, uploads, ...(await this.sweep(work)) };
  }

  private isPictureBehind(work: Work): Promise<boolean> {
    return this.inLab(work, async (tx) => (await listNewerDeliveries(tx, work.labId)).length > 0);
  }

  /** A load at a time, each in a transaction of its own: a large lab never holds one for long. */
  private async deleteDueRows(work: Work): Promise<number> {
    const due = await this.inLab(work, async (tx) => listDueRows(tx, work.labId, await this.today(tx, work.labId)));
    let total = 0;
    for (const part of due)
      total += await this.inLab(work, async (tx) => {
        const { rows, digest } = await deleteRows(tx, work.labId, part);
        if (rows > 0) await this.prove(tx, work, proofOf(part, rows, digest));
        return rows;
      });
    return total;
  }

  /** Files first, then that they are gone: after a crash between the two it is done again, which does no harm. */
  private async destroySnapshots(work: Work): Promise<number> {
    const tainted = await this.inLab(work, (tx) => listTaintedSnapshots(tx, work.labId));
    for (const { id, digest } of tainted) {
      await this.store.destroy(digest);
      await this.inLab(work, async (tx) => {
        await markDestroyed(tx, id, this.clock.now());
        await this.prove(tx, work, {
          ...OF_LAB,
          objectKind: 'snapshot',
          objectId: id,
          reason: 'holds-deleted-rows',
          counts: { snapshots: 1 },
          digest,
        });
      });
    }
    return tainted.length;
  }

  private async dropAbandoned(work: Work): Promise<number> {
    const now = this.clock.now();
    const before = { begun: daysBefore(now, UNFINISHED_DAYS), waiting: daysBefore(now, UNCONFIRMED_DAYS) };
    const dropped = await this.inLab(work, async (tx) => {
      const abandoned = await listAbandonedLoads(tx, work.labId, before);
      for (const { id, organisationId, datasetId } of abandoned) {
        await updateLoad(tx, id, { state: 'withdrawn', withdrawnReason: 'Niet afgemaakt; opgeruimd.', decidedAt: now });
        const what = { organisationId, datasetId, objectKind: 'upload', objectId: id, reason: 'abandoned' } as const;
        await this.prove(tx, work, { ...what, counts: { uploads: 1 }, digest: null });
      }
      return abandoned.map(({ id }) => id);
    });
    for (const id of dropped) await this.uploads.discard(id);
    return dropped.length;
  }

  /** Files whose load was decided on while nobody could remove them. */
  private async discardDecided(work: Work): Promise<void> {
    const files = await readdir(this.uploads.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const ids = [...new Set(files.map((name) => name.slice(0, 36)))];
    const decided = await this.inLab(work, (tx) => listDecided(tx, work.labId, ids));
    for (const id of decided) await this.uploads.discard(id);
  }

  private sweep(work: Work): Promise<Pick<Upkeep, 'work' | 'sessions'>> {
    return this.inLab(work, async (tx) => {
      const done = await deleteFinishedWork(tx, work.labId, daysBefore(this.clock.now(), WORK_DAYS));
      const sessions = await deleteExpiredSessions(tx);
      const what = { ...OF_LAB, objectId: work.labId, reason: 'over', digest: null };
      if (done > 0) await this.prove(tx, work, { ...what, objectKind: 'work', counts: { work: done } });
      if (sessions > 0) await this.prove(tx, work, { ...what, objectKind: 'sessions', counts: { sessions } });
      return { work: done, sessions };
    });
  }

  private inLab<T>({ labId }: Work, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction({ labId }, work);
  }

  private async today(tx: Transaction, labId: string): Promise<string> {
    const lab = await findLab(tx, labId);
    const region = lab && (await findRegion(tx, lab.regionId));
    if (region === undefined) throw notFound('lab');
    return dateIn(region.timeZone, this.clock.now());
  }

  private async prove(
    tx: Transaction,
    { labId, actorId, requestId }: Work,
    proof: Omit<DeletionProof, 'labId' | 'requestId' | 'deletedAt'>,
  ): Promise<void> {
    await insertProof(tx, { ...proof, labId, requestId, deletedAt: this.clock.now() });
    const { objectKind, objectId, reason, counts } = proof;
    await audit(
      tx,
      { actorId, requestId },
      { action: 'retention.delete', objectKind, objectId, labId, detail: { reason, ...counts } },
    );
  }
}

const OF_LAB = { organisationId: null, datasetId: null };

const proofOf = (
  { organisationId, datasetId, loadId, reason, revision }: DueRows,
  rows: number,
  digest: string | null,
) =>
  ({
    organisationId,
    datasetId,
    objectKind: 'rows',
    objectId: loadId,
    reason,
    counts: { rows, revision },
    digest,
  }) as const;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);
