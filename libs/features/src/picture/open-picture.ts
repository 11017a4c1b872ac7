import { isAllowed } from '@datalab/access';
import {
  EVERY_SOURCE,
  findDataset,
  findLab,
  findSnapshot,
  listAreas,
  type AreaRow,
  type CellView,
  type DatasetRow,
  type SnapshotRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidState, notFound } from '@datalab/domain';
import { recordRead } from '../audit/record.js';
import type { Ctx } from '../context.js';
import { sharedView } from './cell-view.js';
import { manifestSchema, type ManifestSource } from './manifest.js';

export type PictureView = 'mirror' | 'lab';

/** Which source of a lab is looked at: the own figures, or what the lab sees. */
export interface PictureQuery {
  labId: string;
  view: PictureView;
  datasetId: string;
}

export interface OpenPicture {
  snapshot: SnapshotRow;
  /** Whether it tells squares of 200 m. */
  hasSquares: boolean;
  /** Undefined for all sources together. */
  dataset: DatasetRow | undefined;
  source: ManifestSource;
  areas: AreaRow[];
  view: CellView;
}

/**
 * Checks who asks for what of the newest picture, and finds which tier of each area they get. NotFound where lab or source are not theirs,
 * Forbidden for the mirror of another organisation, InvalidState where nothing of the source is in the picture.
 */
export async function openPicture(tx: Transaction, ctx: Ctx, query: PictureQuery): Promise<OpenPicture> {
  const { labId, datasetId, view } = query;
  const isTogether = datasetId === EVERY_SOURCE;
  const dataset = isTogether ? undefined : await findDataset(tx, datasetId);
  const isThere = isTogether ? view === 'lab' : dataset?.labId === labId;
  if (!isThere || !isAllowed(ctx.ability, 'read', 'Picture', { labId })) throw notFound('dataset');
  if (view === 'mirror') checkMirror(ctx, dataset!);
  const snapshot = await findSnapshot(tx, labId);
  const manifest = snapshot && manifestSchema.parse(snapshot.manifest);
  const source = isTogether ? manifest?.together : manifest?.sources.find((one) => one.datasetId === datasetId);
  if (source === undefined) throw invalidState('picture.not-there', 'Nothing of this source is in the picture yet.');
  const lab = await findLab(tx, labId);
  const areas = await listAreas(tx, lab!.regionId);
  const seen: CellView = view === 'mirror' ? { tier: 'own' } : sharedView(ctx, labId, areas);
  return { snapshot: snapshot!, hasSquares: manifest!.squares, dataset, source, areas, view: seen };
}

function checkMirror(ctx: Ctx, dataset: DatasetRow): void {
  if (isAllowed(ctx.ability, 'read', 'Mirror', dataset)) return;
  throw forbidden('mirror.not-yours', 'The mirror shows an organisation its own reports, to those who work with them.');
}

/** Writes down that a part of the picture was read, by whom. */
export async function recordPictureRead(
  tx: Transaction,
  ctx: Ctx,
  { labId, datasetId, view }: PictureQuery,
  dataset: DatasetRow | undefined,
  part: 'sheet' | 'trend' | 'rhythm' | 'squares',
  detail: Record<string, string>,
): Promise<void> {
  await recordRead(tx, ctx, {
    action: `${view === 'mirror' ? 'mirror' : 'picture'}.read-${part}`,
    objectKind: 'dataset',
    objectId: datasetId,
    labId,
    ...(dataset && { dataOrganisationId: dataset.organisationId }),
    detail,
  });
}
