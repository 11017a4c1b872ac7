import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queenNeighbours } from '@datalab/analysis';
import {
  announce,
  askFor,
  atOneMoment,
  audit,
  countPlacedRows,
  Database,
  findLab,
  findRegion,
  findSnapshot,
  finishWork,
  listAreas,
  listEffectiveLoads,
  listOpenWork,
  listPlansToEvaluate,
  listShapes,
  saveSnapshot,
  saveSnapshotLoads,
  type AreaRow,
  type EffectiveLoad,
  type Transaction,
} from '@datalab/data';
import { bug } from '@datalab/domain';
import { evaluateJob, factualPictureJob, privacyRiskJob } from '@datalab/jobs';
import { SnapshotStore, standardTables, type Snapshot } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import { refuseDeparted, standingOf } from '../actor-standing.js';
import type { Work } from '../loads/ingest.service.js';
import { copyLine } from '../loads/row-encoding.js';
import { LineFile } from './line-file.js';
import { manifestSchema, type Manifest } from './manifest.js';
import { FEWEST_AREAS, protectedSheet, type HotspotLevel, type Sheet, type StoredCell } from './sheet.js';
import { deliveringSources, sheetsOf, ShownCategories, sourcesOf } from './sources.js';

/** Goes up when the same rows give other tables: then a picture is built anew although its digest is the same. */
const TABLES_VERSION = 1;

/** What the tables stand on. */
interface Ground {
  importedAt: Date;
  areas: AreaRow[];
  levels: string[];
  hotspotLevel: HotspotLevel | undefined;
}

/** Makes the joint factual picture of a lab: freezes what was delivered, builds the standard tables, protects them, stores them. */
@Injectable()
export class PictureBuilderService {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
  ) {}

  /**
   * Builds the picture of what is delivered now. The same deliveries give the same digest, and then nothing is built again. The work is the lab's:
   * what was accepted or withdrawn stays so when its steward leaves, so then the picture is made all the same and the audit log says that they
   * had left. Forbidden where they had left and no delivery asks for a new picture.
   */
  async execute(work: Work): Promise<void> {
    const { labId } = work;
    const standing = await standingOf(this.database, work);
    const { snapshot, ground, loads, placed, newest, asked } = await atOneMoment(
      this.database,
      labId,
      async (tx, rows) => ({
        snapshot: await this.store.write((write) => rows.stream(write)),
        ground: await readGround(tx, labId),
        loads: await listEffectiveLoads(tx, labId),
        placed: await countPlacedRows(tx, labId),
        newest: await findSnapshot(tx, labId),
        // Everything asked for up to this moment is answered by this one picture: six loads do not make six pictures.
        asked: await listOpenWork(tx, labId, factualPictureJob.name),
      }),
    );
    const inputs = digestOf([TABLES_VERSION, ground.importedAt, loads]);
    if (newest?.digest === snapshot.digest && manifestSchema.parse(newest.manifest).inputs === inputs)
      return refuseDeparted(standing);

    const folder = await mkdtemp(join(tmpdir(), 'picture-'));
    try {
      const tables = await this.protectTables(snapshot, ground, loads, folder);
      const manifest: Manifest = { inputs, sources: sourcesOf(loads, placed, tables.shapes, tables.shown) };
      await saveSnapshot(
        this.database,
        { labId, digest: snapshot.digest, manifest, follows: newest?.id },
        tables,
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
          await audit(tx, { actorId, requestId }, event);
          await finishWork(tx, asked);
          // What was registered to be measured is measured on every picture anew.
          if ((await listPlansToEvaluate(tx, labId)).length > 0)
            await askFor(tx, evaluateJob, { labId }, { labId, actorId, requestId });
          await askFor(tx, privacyRiskJob, { snapshotId }, { labId, actorId, requestId });
          await announce(tx, { kind: 'picture', id: snapshotId, labId });
        },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Builds every standard table, passes it through the gate and keeps the outcome in files until it is stored. */
  private async protectTables(snapshot: Snapshot, ground: Ground, loads: readonly EffectiveLoad[], folder: string) {
    const cells = new LineFile(join(folder, 'cells'));
    const tests = new LineFile(join(folder, 'tests'));
    const shown = new ShownCategories();
    const sources = deliveringSources(loads);
    const byCode = new Map(ground.areas.map((area) => [area.code, area]));
    const shapes = await standardTables(snapshot, ground.areas, ground.levels, async (rows) => {
      for (const sheet of sheetsOf(rows, sources)) {
        const { cells: stored, testedAreas } = protectedSheet(sheet, byCode, ground.hotspotLevel);
        for (const cell of stored) {
          await cells.write(cellLine(cell));
          shown.note(cell);
        }
        if (testedAreas > 0) await tests.write(testLine(sheet, testedAreas));
      }
    });
    return { shapes, shown, cells: await cells.read(), tests: await tests.read() };
  }
}

async function readGround(tx: Transaction, labId: string): Promise<Ground> {
  const lab = await findLab(tx, labId);
  const region = lab && (await findRegion(tx, lab.regionId));
  if (region === undefined) throw bug('a lab without a region');
  const areas = await listAreas(tx, region.id);
  const lowest = region.levels.at(-1)!;
  const shapes = lowest.hasGeometry ? await listShapes(tx, region.id, lowest.code) : [];
  return {
    importedAt: region.importedAt,
    areas,
    levels: region.levels.map(({ code }) => code),
    hotspotLevel:
      shapes.length < FEWEST_AREAS
        ? undefined
        : {
            level: lowest.code,
            areas: areas.filter(({ level }) => level === lowest.code),
            neighbours: queenNeighbours(shapes.map(({ geometry }) => geometry)),
          },
  };
}

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const cellLine = ({ tier, row, organisationId, state, reports, ratePerThousand, z, hotspot }: StoredCell): string =>
  copyLine([
    tier,
    organisationId,
    row.datasetId,
    row.level,
    row.grain,
    row.period,
    row.category,
    row.areaCode,
    state,
    reports,
    ratePerThousand,
    z,
    hotspot,
  ]);

function testLine({ organisationId, datasetId, rows }: Sheet, testedAreas: number): string {
  const { level, grain, period, category } = rows[0]!;
  return copyLine([organisationId, datasetId, level, grain, period, category, testedAreas]);
}
