import { EVERY_SOURCE, type EffectiveLoad, type PlacedRows } from '@datalab/data';
import { ALL_CATEGORIES, bug, GRAINS, type CoveredRange } from '@datalab/domain';
import type { DatasetShape, ExactRow } from '@datalab/snapshot';
import { deliveredPeriods } from './delivered-periods.js';
import type { Manifest, ManifestSource } from './manifest.js';
import type { Sheet, StoredCell } from './sheet.js';

/** A dataset of which something is delivered, with all the days that its loads cover together. */
export interface DeliveringSource {
  datasetId: string;
  organisationId: string;
  kind: Sheet['kind'];
  isOpen: boolean;
  covers: CoveredRange[];
  /** How much of each month, quarter and year was delivered; a period that is not listed was not. */
  delivered: ReadonlyMap<string, 'full' | 'partial' | 'none'>;
}

/** The loads of a lab gathered per dataset. */
export function deliveringSources(loads: readonly EffectiveLoad[]): Map<string, DeliveringSource> {
  // Provision use is used from step 4: nothing of it stands in the factual picture.
  const shown = loads.filter(({ kind }) => kind !== 'provision_use');
  const byDataset = Map.groupBy(shown, ({ datasetId }) => datasetId);
  return new Map(
    [...byDataset].map(([datasetId, own]) => {
      const covers = own.flatMap((load) => load.covers);
      const { organisationId, isOpen } = own[0]!;
      const kind = own[0]!.kind as DeliveringSource['kind'];
      const delivered = new Map(deliveredPeriods(covers, GRAINS).map((row) => [row.period, row.delivered]));
      return [datasetId, { datasetId, organisationId, kind, isOpen, covers, delivered }];
    }),
  );
}

/** The sources of provision use of a lab, and how much of each period they delivered. */
export function provisionUseOf(loads: readonly EffectiveLoad[]): Manifest['provisionUse'] {
  const used = loads.filter(({ kind }) => kind === 'provision_use');
  return [...Map.groupBy(used, ({ datasetId }) => datasetId)].map(([datasetId, own]) => {
    const covers = own.flatMap((load) => load.covers);
    return { datasetId, periods: deliveredPeriods(covers, GRAINS) };
  });
}

/** Cuts one table (level × grain, sorted by dataset, period and category) into the sheets that it is made of. */
export function* sheetsOf(rows: readonly ExactRow[], sources: ReadonlyMap<string, DeliveringSource>): Generator<Sheet> {
  const sameSheet = (a: ExactRow, b: ExactRow) =>
    a.datasetId === b.datasetId && a.period === b.period && a.category === b.category;
  let start = 0;
  for (let end = 1; end <= rows.length; end += 1) {
    if (end < rows.length && sameSheet(rows[start]!, rows[end]!)) continue;
    const first = rows[start]!;
    const source = sources.get(first.datasetId);
    if (source === undefined) throw bug('a table holds rows of a dataset that delivered nothing');
    // "All", and a rhythm, is of all that was delivered, whatever that is.
    const isWhole = first.grain === 'all' || first.grain.endsWith('_of_week');
    const delivered = isWhole ? 'full' : source.delivered.get(first.period);
    if (delivered === undefined || delivered === 'none')
      throw bug('a table holds rows of a period that is not covered');
    const { datasetId, organisationId, isOpen, kind } = source;
    yield { datasetId, organisationId, isOpen, kind, delivered, rows: rows.slice(start, end) };
    start = end;
  }
}

/** What everybody may know of all sources of reports together; undefined where there are fewer than two. Open data count with the others. */
export function togetherOf(
  sources: readonly ManifestSource[],
  loads: readonly EffectiveLoad[],
  levels: readonly string[],
  shown: ShownCategories,
  before?: Manifest,
): ManifestSource | undefined {
  const kinds = deliveringSources(loads);
  const told = sources.filter(
    ({ datasetId, lowestLevel }) => kinds.get(datasetId)?.kind === 'records' && lowestLevel !== null,
  );
  if (told.length < 2) return undefined;
  const much = new Map<string, ManifestSource['periods'][number]>();
  for (const row of told.flatMap(({ periods }) => periods)) {
    const known = much.get(row.period);
    much.set(row.period, {
      ...row,
      delivered: known === undefined || known.delivered === row.delivered ? row.delivered : 'partial',
    });
  }
  // A source that says nothing of a period delivered nothing in it.
  const delivered = [...much.values()].map((row) => {
    const isNamedByAll = told.every(({ periods }) => periods.some(({ period }) => period === row.period));
    return row.delivered === 'full' && !isNamedByAll ? { ...row, delivered: 'partial' as const } : row;
  });
  return {
    datasetId: EVERY_SOURCE,
    lowestLevel: levels.findLast((level) => told.some(({ lowestLevel }) => lowestLevel === level)) ?? null,
    grains: GRAINS.filter((grain) => told.some(({ grains }) => grains.includes(grain))),
    categories: [...new Set([...shown.of(EVERY_SOURCE), ...(before?.together?.categories ?? [])])].sort(),
    periods: delivered,
    householdKeyCoverage: null,
    hours: hoursOfAll(told),
  };
}

function hoursOfAll(sources: readonly ManifestSource[]): ManifestSource['hours'] {
  if (sources.every(({ hours }) => hours === 'most')) return 'most';
  return sources.some(({ hours }) => hours !== 'none') ? 'some' : 'none';
}

/** Which categories of a dataset have a cell that the lab may see: that a category occurs at all is a figure too. */
export class ShownCategories {
  private readonly seen = new Map<string, Set<string>>();

  note({ tier, state, row }: StoredCell): void {
    if (tier !== 'lab' || state !== 'shown' || row.category === ALL_CATEGORIES) return;
    const categories = this.seen.get(row.datasetId) ?? new Set();
    this.seen.set(row.datasetId, categories.add(row.category));
  }

  of(datasetId: string): string[] {
    return [...(this.seen.get(datasetId) ?? [])].sort();
  }
}

/** What every participant may know of the sources of a picture. */
export function sourcesOf(
  loads: readonly EffectiveLoad[],
  placed: readonly PlacedRows[],
  shapes: readonly DatasetShape[],
  shown: ShownCategories,
  before?: Manifest,
): ManifestSource[] {
  return [...deliveringSources(loads).values()].map(({ datasetId, covers }) => {
    const shape = shapes.find((candidate) => candidate.datasetId === datasetId);
    const rows = placed.find((candidate) => candidate.datasetId === datasetId);
    const previous = before?.sources.find((candidate) => candidate.datasetId === datasetId);
    const grains = shape?.grains ?? [...GRAINS];
    return {
      datasetId,
      lowestLevel: shape?.lowestLevel ?? null,
      grains,
      // What is kept of the picture before this one is still shown.
      categories: [...new Set([...shown.of(datasetId), ...(previous?.categories ?? [])])].sort(),
      periods: deliveredPeriods(covers, grains),
      householdKeyCoverage:
        rows === undefined || rows.needKey === 0 ? null : Math.round((rows.haveKey / rows.needKey) * 100) / 100,
      hours: shape?.hours ?? 'none',
    };
  });
}
