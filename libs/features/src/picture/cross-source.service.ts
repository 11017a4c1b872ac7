import { exactCountInterval } from '@datalab/analysis';
import {
  Database,
  findLab,
  findRegion,
  findSnapshot,
  listAreas,
  listCrossSource,
  listSeriesGrains,
  type CrossSourceCell,
  type SeriesGrainRow,
} from '@datalab/data';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { checkTakesPart } from '../facts/lab-facts-access.js';
import { crossSource, type CrossSourceRow } from './cross-source.js';
import { manifestSchema } from './manifest.js';

/** A rate per 1,000 inhabitants with its exact 95 % Poisson interval. */
export interface RateWithInterval {
  rate: number;
  low: number;
  high: number;
}

/** Expected against reported, per category and source, of one year. */
export interface CrossSourceYear {
  year: string;
  /** How much of the year each source delivered; a source that is not named delivered nothing. */
  delivered: { datasetId: string; delivered: 'full' | 'partial' }[];
  rows: (CrossSourceRow & { rate: RateWithInterval | null })[];
}

export interface CrossSourceView {
  /** Inhabitants of the region; null where that is not known, and then there are no rates. */
  population: number | null;
  /** Newest first. */
  years: CrossSourceYear[];
}

/**
 * Which party registers what: the protected cells of the whole region, one column per source. Rates and intervals are of the protected
 * counts, so a count that was rounded gives a rate of the rounded one.
 */
@Injectable()
export class CrossSourceService {
  constructor(private readonly database: Database) {}

  /** Undefined before the first picture. */
  find(ctx: Ctx, labId: string): Promise<CrossSourceView | undefined> {
    checkTakesPart(ctx, labId);
    const here = ctx.actor.memberships.filter((membership) => membership.labId === labId);
    const tier = here.some(({ role }) => role !== 'wijkteam_member') ? 'lab' : 'public';
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const snapshot = await findSnapshot(tx, labId);
      const lab = await findLab(tx, labId);
      const region = lab && (await findRegion(tx, lab.regionId));
      if (snapshot === undefined || region === undefined) return undefined;
      const level = region.levels[0]!.code;
      const tops = (await listAreas(tx, region.id)).filter((area) => area.level === level);
      const population = tops.every((area) => (area.population ?? 0) > 0)
        ? tops.reduce((sum, area) => sum + area.population!, 0)
        : null;
      const cells = withCoarser(
        await listCrossSource(tx, labId, snapshot.id, level, tier),
        (await listSeriesGrains(tx, labId)).filter((row) => row.level === level && row.tier === tier),
      );
      const { sources } = manifestSchema.parse(snapshot.manifest);
      const deliveredIn = (year: string) =>
        sources.flatMap(({ datasetId, periods }) => {
          const delivered = periods.find(({ period }) => period === year)?.delivered ?? 'none';
          return delivered === 'none' ? [] : [{ datasetId, delivered }];
        });
      const years = [...new Set(cells.map(({ year }) => year))].sort().reverse();
      return {
        population,
        years: years.map((year) => ({
          year,
          delivered: deliveredIn(year),
          rows: crossSource(cells.filter((cell) => cell.year === year)).map((row) => ({
            ...row,
            rate: row.reports === null || population === null ? null : rateOf(row.reports, population),
          })),
        })),
      };
    });
  }
}

/** What is published over all years together alone has no cell in a year, and that is not zero: it is withheld. */
function withCoarser(cells: readonly CrossSourceCell[], grains: readonly SeriesGrainRow[]): CrossSourceCell[] {
  const categories = new Set(cells.map(({ category }) => category));
  const years = new Set(cells.map(({ year }) => year));
  const hidden = grains.filter(
    ({ grain, category, year }) => grain === 'all' && categories.has(category) && years.has(year),
  );
  const placeOf = ({ datasetId, year, category }: Omit<CrossSourceCell, 'reports'>) =>
    `${datasetId} ${year} ${category}`;
  const missing = new Map(hidden.map((row) => [placeOf(row), row]));
  const kept = cells.map((cell) => (missing.delete(placeOf(cell)) ? { ...cell, reports: null } : cell));
  return [
    ...kept,
    ...[...missing.values()].map(({ datasetId, year, category }) => ({ datasetId, year, category, reports: null })),
  ];
}

function rateOf(reports: number, population: number): RateWithInterval {
  const { low, high } = exactCountInterval(reports);
  const per = (count: number) => (count / population) * 1_000;
  return { rate: per(reports), low: per(low), high: per(high) };
}
