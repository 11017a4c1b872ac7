import { createHash } from 'node:crypto';
import {
  announce,
  audit,
  Database,
  deleteExactFigures,
  deleteRows,
  findLab,
  finishLab,
  insertLabEvent,
  insertProof,
  listAllRows,
  listLivingSnapshots,
  listSourceKeys,
  listUndecidedLoads,
  markDestroyed,
  updateLoad,
  type DeletionProof,
  type Transaction,
} from '@datalab/data';
import type { Clock } from '@datalab/domain';
import type { SnapshotStore } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import type { SourceKeyFolder } from '../loads/keys/source-key-folder.js';
import type { UploadFolder } from '../loads/upload-folder.js';
import type { Work } from '../work.js';

type Proved = Omit<DeletionProof, 'labId' | 'requestId' | 'deletedAt' | 'reason'>;
const OF_LAB = { organisationId: null, datasetId: null };

/**
 * Closes a lab that everybody agreed to close: its records, the exact figures made of them, its snapshots and the keys of its sources go, each
 * with a proof; the protected figures, the releases, the agreements and the audit log stay. Keys before rows: from then on a copy of the database
 * is of no use for linking either.
 */
@Injectable()
export class LabClosingBuilderService {
  constructor(
    private readonly database: Database,
    private readonly uploads: UploadFolder,
    private readonly store: SnapshotStore,
    private readonly sourceKeys: SourceKeyFolder,
    private readonly clock: Clock,
  ) {}

  /** Every part is a transaction with its proof; after a crash what is left is done, and a lab that is closed stays as it is. */
  async execute(work: Work): Promise<void> {
    const lab = await this.inLab(work, (tx) => findLab(tx, work.labId));
    if (lab?.state !== 'closing') return;
    await this.destroyKeys(work);
    await this.dropUploads(work);
    await this.deleteRows(work);
    await this.destroySnapshots(work);
    await this.inLab(work, async (tx) => {
      const counts = await deleteExactFigures(tx, work.labId);
      if (Object.values(counts).some((count) => count > 0))
        await this.prove(tx, work, {
          ...OF_LAB,
          objectKind: 'exact_figures',
          objectId: work.labId,
          counts,
          digest: null,
        });
      await insertLabEvent(tx, { labId: work.labId, event: 'finish', round: lab.closingRound, by: null, reason: null });
      await audit(tx, work, { action: 'lab.finish', objectKind: 'lab', objectId: work.labId, labId: work.labId });
      await finishLab(tx, work.labId);
      await announce(tx, { kind: 'lab', id: work.labId, labId: work.labId });
    });
  }

  /** The proof names the key by the digest of its fingerprint; the row with the fingerprint stays, to check a found copy against. */
  private async destroyKeys(work: Work): Promise<void> {
    for (const { datasetId, organisationId, fingerprint } of await this.inLab(work, (tx) =>
      listSourceKeys(tx, work.labId),
    )) {
      if ((await this.sourceKeys.find(datasetId)) === undefined) continue;
      const digest = createHash('sha256').update(fingerprint).digest('hex');
      await this.inLab(work, (tx) =>
        this.prove(tx, work, {
          organisationId,
          datasetId,
          objectKind: 'source_key',
          objectId: datasetId,
          counts: { keys: 1 },
          digest,
        }),
      );
      await this.sourceKeys.destroy(datasetId);
    }
  }

  private async dropUploads(work: Work): Promise<void> {
    const dropped = await this.inLab(work, async (tx) => {
      const loads = await listUndecidedLoads(tx, work.labId);
      for (const { id, organisationId, datasetId } of loads) {
        await updateLoad(tx, id, {
          state: 'withdrawn',
          withdrawnReason: 'Het lab is gesloten.',
          decidedAt: this.clock.now(),
        });
        const what = { organisationId, datasetId, objectKind: 'upload', objectId: id } as const;
        await this.prove(tx, work, { ...what, counts: { uploads: 1 }, digest: null });
      }
      return loads;
    });
    for (const { id } of dropped) await this.uploads.discard(id);
  }

  private async deleteRows(work: Work): Promise<void> {
    for (const part of await this.inLab(work, (tx) => listAllRows(tx, work.labId)))
      await this.inLab(work, async (tx) => {
        const { rows, digest } = await deleteRows(tx, work.labId, part);
        const { organisationId, datasetId, loadId, revision } = part;
        const what = { organisationId, datasetId, objectKind: 'rows', objectId: loadId } as const;
        if (rows > 0) await this.prove(tx, work, { ...what, counts: { rows, revision }, digest });
      });
  }

  private async destroySnapshots(work: Work): Promise<void> {
    for (const { id, digest } of await this.inLab(work, (tx) => listLivingSnapshots(tx, work.labId))) {
      await this.store.destroy(digest);
      await this.inLab(work, async (tx) => {
        await markDestroyed(tx, id, this.clock.now());
        await this.prove(tx, work, {
          ...OF_LAB,
          objectKind: 'snapshot',
          objectId: id,
          counts: { snapshots: 1 },
          digest,
        });
      });
    }
  }

  private inLab<T>({ labId }: Work, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction({ labId }, work);
  }

  private async prove(tx: Transaction, { labId, actorId, requestId }: Work, proof: Proved): Promise<void> {
    await insertProof(tx, { ...proof, reason: 'closed', labId, requestId, deletedAt: this.clock.now() });
    const { objectKind, objectId, counts } = proof;
    const event = { action: 'retention.delete', objectKind, objectId, labId, detail: { reason: 'closed', ...counts } };
    await audit(tx, { actorId, requestId }, event);
  }
}
