import {
  findDataset,
  findLab,
  findRegion,
  findRunResult,
  findSnapshot,
  listAreas,
  listDatasets,
  listDesignCells,
  listExactCells,
  listSeriesGrains,
  type ReleaseRow,
  type Transaction,
} from '@datalab/data';
import type { Grain, LabPolicy, ReleaseDocument, RunResult } from '@datalab/domain';
import { manifestSchema } from '../picture/manifest.js';
import { decisionsOf, type Decisions } from './decisions.js';
import { runDocument } from './run-document.js';
import { countGiven, designedTable, spanOf } from './table-document.js';

/** Why there is nothing to build, as a stable code. */
export type NothingThere = 'snapshot-replaced' | 'run-gone';

export interface Built {
  document: ReleaseDocument;
  /** What the gate decided, cell by cell; empty for a run. */
  decisions: Decisions;
  isOpen: boolean;
  /** What a coarser form could be made of. */
  levels: readonly string[];
  grains: readonly Grain[];
}

export type BuiltFrom = Pick<
  ReleaseRow,
  'labId' | 'snapshotId' | 'snapshotDigest' | 'tier' | 'design' | 'context' | 'runId'
>;

/** Makes what a release gives of what passed the gate already: the cells of the newest picture, or the stored result of a run. For the worker. */
export async function buildDocument(tx: Transaction, of: BuiltFrom, policy: LabPolicy): Promise<Built | NothingThere> {
  const lab = (await findLab(tx, of.labId))!;
  const levels = (await findRegion(tx, lab.regionId))!.levels.map(({ code }) => code);
  return of.design === null ? buildRun(tx, of, levels) : buildTable(tx, { ...of, design: of.design }, policy, levels);
}

async function buildRun(tx: Transaction, of: BuiltFrom, levels: string[]): Promise<Built | NothingThere> {
  const result = (await findRunResult(tx, of.runId!, of.tier)) as RunResult | undefined;
  if (result === undefined) return 'run-gone';
  const sources = (await listDatasets(tx, of.labId)).map(
    ({ name, organisationName }) => `${name} (${organisationName})`,
  );
  const document = runDocument(result, of.context, sources);
  return { document, decisions: new Map(), isOpen: false, levels, grains: [] };
}

async function buildTable(
  tx: Transaction,
  of: BuiltFrom & { design: NonNullable<BuiltFrom['design']> },
  policy: LabPolicy,
  levels: string[],
): Promise<Built | NothingThere> {
  const { design, labId, tier, context } = of;
  const snapshot = await findSnapshot(tx, labId);
  // Cells of earlier pictures are gone; what stands there now is of other rows.
  if (snapshot === undefined || snapshot.id !== of.snapshotId) return 'snapshot-replaced';
  const dataset = await findDataset(tx, design.datasetId);
  const source = manifestSchema
    .parse(snapshot.manifest)
    .sources.find(({ datasetId }) => datasetId === design.datasetId);
  if (dataset === undefined || source === undefined) return 'snapshot-replaced';
  const lab = (await findLab(tx, labId))!;
  const at = { labId, snapshotId: snapshot.id };
  const cells = await listDesignCells(tx, at, design, tier);
  const grains = await listSeriesGrains(tx, labId, design);
  const table = designedTable(design, source, await listAreas(tx, lab.regionId), cells, { levels, grains, tier });
  const document: ReleaseDocument = {
    context,
    unit: 'report',
    sources: [`${dataset.name} (${dataset.organisationName})`],
    period: spanOf(table),
    ...countGiven(table),
    method: { name: 'standard-table', version: '1', label: 'description' },
    policyVersion: String(policy.version),
    snapshotDigest: snapshot.digest,
    tables: [table],
    text: null,
    picture: null,
    warnings: [],
    design,
  };
  const exact = await listExactCells(tx, at, design);
  const decisions = decisionsOf(table, exact, policy.floors[tier].reports, design.leaveOut);
  return { document, decisions, isOpen: dataset.isOpen, levels, grains: source.grains };
}
