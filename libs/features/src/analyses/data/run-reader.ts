import {
  Database,
  findLab,
  findRegion,
  findSnapshotById,
  listAreas,
  listDatasets,
  listIndicators,
  listOutcomes,
  listNearCareAddresses,
  listShapes,
  type RunRow,
} from '@datalab/data';
import type { GatePolicy } from '@datalab/disclosure';
import { bug, unavailable } from '@datalab/domain';
import {
  readSnapshot,
  withSnapshot,
  type DuckDBConnection,
  type Snapshot,
  type SnapshotStore,
} from '@datalab/snapshot';
import { manifestSchema, type Manifest } from '../../picture/manifest.js';
import type { MethodUse } from '../method.js';
import type { RunScope } from '../run-scope.js';
import { differingHouseholds, selectionOf, selectionSchema, type Selection } from './differing-households.js';
import type { HouseholdLinks } from './household-links.js';
import { prepareRows } from './prepare-rows.js';
import type { RunGround, RunSource } from './run-ground.js';
import { RunRows } from './run-rows.js';

export interface ToRead {
  labId: string;
  snapshotId: string;
  snapshot: Snapshot;
  scope: RunScope;
  use: MethodUse;
  gate: GatePolicy;
}

/** Gives a run its rows: of its snapshot, in its scope, with the fields that it named and no others. */
export class RunReader {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
    private readonly links: HouseholdLinks,
  ) {}

  /**
   * What a method reads, and which rows those are. Sources are laid beside each other only where the method asks for it. Methods get `rows` alone;
   * `duck` is for the way back, which asks for the receiver's own record hashes.
   */
  async read<Data>(
    what: ToRead,
    read: (rows: RunRows, duck: DuckDBConnection) => Promise<Data>,
  ): Promise<{ data: Data; selection: Selection }> {
    const { labId, snapshot, scope, use } = what;
    const ground = await this.ground(what);
    const linked = use.linksBy !== null && scope.datasetIds.length > 1;
    const data = await withSnapshot(snapshot, async (duck) => {
      if (linked) await this.links.layBeside(duck, labId, what.snapshotId, scope.datasetIds);
      await prepareRows(duck, scope, use.fields, ground, linked);
      return read(new RunRows(duck, ground, scope, linked), duck);
    });
    return { data, selection: selectionOf(scope) };
  }

  /**
   * By how many households the rows of this run differ from those of every earlier run of its method, of the same snapshot or another. An earlier snapshot
   * whose rows are gone cannot be compared any more, and nobody can run on it again: it does not count.
   */
  async householdsDiffering(labId: string, run: RunRow, snapshot: Snapshot, selection: Selection): Promise<number[]> {
    const earlier = await this.database.inTransaction({ labId }, (tx) => listOutcomes(tx, labId, run.method, run.id));
    const differing: number[] = [];
    for (const { snapshotDigest, selection: other } of earlier) {
      const theirs = snapshotDigest === snapshot.digest ? snapshot : await this.store.find(snapshotDigest);
      if (theirs === undefined) continue;
      differing.push(
        await withSnapshot(snapshot, async (duck) => {
          await readSnapshot(duck, theirs, 'other_');
          return differingHouseholds(duck, selection, selectionSchema.parse(other));
        }),
      );
    }
    return differing;
  }

  private ground({ labId, snapshotId, scope, use, gate }: ToRead): Promise<RunGround> {
    return this.database.inTransaction({ labId }, async (tx) => {
      const lab = await findLab(tx, labId);
      const region = lab && (await findRegion(tx, lab.regionId));
      if (region === undefined) throw bug('a lab without a region');
      const snapshot = await findSnapshotById(tx, snapshotId);
      if (snapshot === undefined) throw unavailable('run.no-snapshot', 'The snapshot of this run is not there.');
      const manifest = manifestSchema.parse(snapshot.manifest);
      const lineage = await listAreas(tx, region.id);
      return {
        levels: region.levels.map(({ code }) => code),
        areas: lineage.filter(({ level }) => level === scope.areaLevel),
        lineage,
        shapes: await listShapes(tx, region.id, scope.areaLevel),
        sources: (await listDatasets(tx, labId)).map((dataset): RunSource => sourceOf(dataset, manifest)),
        indicators: (await listIndicators(tx, region.id)).map(({ code, title, values }) => ({
          code,
          title: { nl: title, en: title },
          values,
        })),
        addresses: use.fields.includes('near_care_location')
          ? await listNearCareAddresses(tx, region.id, scope.areaLevel)
          : new Map(),
        policy: gate,
      };
    });
  }
}

function sourceOf(
  dataset: { id: string; organisationId: string; organisationName: string; kind: RunSource['kind']; isOpen: boolean },
  { sources, provisionUse }: Manifest,
): RunSource {
  const found = sources.find(({ datasetId }) => datasetId === dataset.id);
  const used = provisionUse.find(({ datasetId }) => datasetId === dataset.id);
  return {
    datasetId: dataset.id,
    organisationId: dataset.organisationId,
    name: dataset.organisationName,
    kind: dataset.kind,
    isOpen: dataset.isOpen,
    keyCoverage: found?.householdKeyCoverage ?? null,
    delivered: new Map((found ?? used)?.periods.map(({ period, delivered }) => [period, delivered])),
  };
}

/** What a run is read with, for who lays sources beside each other. */
export type { DuckDBConnection };
