import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  announce,
  askFor,
  atOneMoment,
  audit,
  countPlacedRows,
  Database,
  findSnapshot,
  finishWork,
  fixSeriesGrains,
  listDatasets,
  listEffectiveLoads,
  listLedger,
  listOpenWork,
  listPlansToEvaluate,
  saveSnapshot,
  saveSnapshotDifferences,
  saveSnapshotLoads,
  type DeliveredRows,
  type EffectiveLoad,
  type SnapshotRow,
  type Transaction,
} from '@datalab/data';
import { evaluateJob, factualPictureJob, privacyRiskJob } from '@datalab/jobs';
import { SnapshotStore, type Snapshot } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import { refuseDeparted, standingOf } from '../actor-standing.js';
import type { Work } from '../work.js';
import { enterPicture } from '../ledger/enter-picture.js';
import type { DraftedPicture } from '../ledger/guessed-picture.js';
import { PictureAudit } from '../ledger/picture-audit.js';
import { Freezer } from './freezer.js';
import { Gate } from './gate.js';
import { askForForecastUpkeep } from '../forecasts/ask-for-upkeep.js';
import { askForRefreshes } from '../releases/ask-for-refreshes.js';
import { manifestSchema, type Manifest } from './manifest.js';
import { buildPictureTables } from './picture-tables.js';
import { digestOf, readGround, type Ground } from './read-ground.js';
import { ensureSquares } from './region-squares.js';
import { differencesSince } from './differences-since.js';
import { deliveringSources, provisionUseOf, sourcesOf, togetherOf } from './sources.js';

/** Goes up when the same rows give more tables: then a picture is built anew although its digest is the same, and keeps what was published. */
const TABLES_VERSION = 6;
/** Makes the joint factual picture of a lab: freezes what was delivered, builds the standard tables, protects them, stores them. */
@Injectable()
export class PictureBuilderService {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
    private readonly audits = new PictureAudit(database, store),
  ) {}

  /**
   * Builds the picture of what is delivered now. The same deliveries give the same digest, and then nothing is built again. The work is the lab's:
   * what was accepted or withdrawn stays so when its steward leaves, so then the picture is made all the same and the audit log says that they
   * had left. Forbidden where they had left and no delivery asks for a new picture.
   */
  async execute(work: Work): Promise<void> {
    const { labId } = work;
    const standing = await standingOf(this.database, work);
    await this.database.inTransaction({ labId }, (tx) => ensureSquares(tx, labId));
    const { snapshot, ground, loads, placed, newest, asked, datasets } = await atOneMoment(
      this.database,
      labId,
      async (tx, rows) => ({
        ...(await this.freeze(tx, labId, rows)),
        ground: await readGround(tx, labId),
        datasets: await listDatasets(tx, labId),
        placed: await countPlacedRows(tx, labId),
        newest: await findSnapshot(tx, labId),
        // Everything asked for up to this moment is answered by this one picture: six loads do not make six pictures.
        asked: await listOpenWork(tx, labId, factualPictureJob.name),
      }),
    );
    const { importedAt, mayCombine, policy: agreed } = ground;
    const squares = ground.squares.size > 0;
    const inputs = digestOf([TABLES_VERSION, importedAt, mayCombine, squares, agreed.version, loads]);
    if (newest?.digest === snapshot.digest && manifestSchema.parse(newest.manifest).inputs === inputs)
      return refuseDeparted(standing);

    const folder = await mkdtemp(join(tmpdir(), 'picture-'));
    try {
      const gate = new Gate(ground.policy, ground.levels);
      const freezer = await this.freezer(labId, snapshot, ground, loads, newest);
      const { policy } = gate;
      const hold = async (picture: DraftedPicture) =>
        void (await this.audits.execute({ labId, snapshot, policy, ...picture }));
      const tables = await buildPictureTables(snapshot, ground, { loads, gate, folder, freezer, audit: hold });
      const before = freezer && newest ? manifestSchema.parse(newest.manifest) : undefined;
      const sources = sourcesOf(loads, placed, tables.shapes, tables.shown, before);
      const together = ground.mayCombine ? togetherOf(sources, loads, ground.levels, tables.shown, before) : undefined;
      const { madeUnder } = ground;
      const manifest: Manifest = { inputs, madeUnder, squares, sources, together, provisionUse: provisionUseOf(loads) };
      const differences = await differencesSince(this.store, newest, snapshot, datasets, loads);
      await saveSnapshot(
        this.database,
        { labId, digest: snapshot.digest, manifest, follows: newest?.id, keeps: freezer?.kept() },
        { cells: await tables.cells.read(), tests: await tables.tests.read() },
        async (tx, snapshotId) => {
          const { actorId, requestId } = work;
          const event = {
            action: 'picture.build',
            objectKind: 'snapshot',
            objectId: snapshotId,
            labId,
            detail: { actor: standing },
          };
          await saveSnapshotLoads(tx, labId, snapshotId, loads);
          await enterPicture(tx, { labId, snapshotId }, gate.policy, tables.ledger);
          await fixSeriesGrains(tx, { labId, snapshotId }, tables.grains);
          await saveSnapshotDifferences(tx, labId, snapshotId, differences);
          await audit(tx, { actorId, requestId }, event);
          await finishWork(tx, asked);
          // What was registered to be measured is measured on every picture anew.
          if ((await listPlansToEvaluate(tx, labId)).length > 0)
            await askFor(tx, evaluateJob, { labId }, { labId, actorId, requestId });
          await askFor(tx, privacyRiskJob, { snapshotId }, { labId, actorId, requestId });
          await askForRefreshes(tx, work, snapshotId);
          // What is forecast is held against every picture anew.
          await askForForecastUpkeep(tx, { labId, actorId, requestId });
          await announce(tx, { kind: 'picture', id: snapshotId, labId });
        },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async freeze(tx: Transaction, labId: string, rows: DeliveredRows) {
    const loads = await listEffectiveLoads(tx, labId);
    const provisionUse = loads.some(({ kind }) => kind === 'provision_use');
    return { loads, snapshot: await this.store.write((write) => rows.stream(write, { provisionUse })) };
  }

  /** What holds the cells of the picture before this one; undefined where there is none, or it was made under other rules. */
  private async freezer(
    labId: string,
    next: Snapshot,
    ground: Ground,
    loads: readonly EffectiveLoad[],
    newest: SnapshotRow | undefined,
  ): Promise<Freezer | undefined> {
    const manifest = newest && manifestSchema.parse(newest.manifest);
    if (newest === undefined || manifest?.madeUnder !== ground.madeUnder) return undefined;
    const ledger = await this.database.inTransaction({ labId }, (tx) => listLedger(tx, labId));
    const published = { manifest, digest: newest.digest, ledger };
    const { areas, squares } = ground;
    return Freezer.against({ store: this.store, next, areas, squares }, published, deliveringSources(loads));
  }
}
