import { ALL_CATEGORIES, ALL_PERIODS, CATEGORIES, GRID_LEVEL, grainOf, type Grain } from '@datalab/domain';
import type { Lab, Picture, PictureSource } from '../../gql/types.js';
import type { Measure, PictureSearch } from './picture-search.js';

/** What is looked at: every filter has a value, also where the address leaves it out. */
export interface PictureChoice {
  source: PictureSource;
  category: string;
  grain: Grain;
  period: string;
  level: string;
  measure: Measure;
}

type Level = Lab['region']['levels'][number];

const COARSE_FIRST: readonly Grain[] = ['all', 'year', 'quarter', 'month'];

/** The levels at which a source can be shown: from the highest down to the finest that it gives. */
export function levelsOf(source: PictureSource, levels: readonly Level[]): Level[] {
  const lowest = levels.findIndex(({ code }) => code === source.lowestLevel);
  return levels.slice(0, lowest === -1 ? levels.length : lowest + 1);
}

/** Whether a source is shown on squares of 200 m: the picture tells them, and they are told by the year. */
export const hasSquares = (picture: Picture, source: PictureSource): boolean =>
  picture.hasSquares && source.lowestLevel !== null && source.grains.includes('year');

/** The grains of a source, coarse first. */
export const grainsOf = (source: PictureSource): Grain[] =>
  COARSE_FIRST.filter((grain) => source.grains.includes(grain));

/** All periods of a grain, in order, gaps included. */
export const periodsOf = (source: PictureSource, grain: Grain): PictureSource['periods'] =>
  grain === 'all'
    ? [{ period: ALL_PERIODS, grain: 'all', delivered: 'full' }]
    : source.periods.filter((one) => one.grain === grain).sort((a, b) => a.period.localeCompare(b.period));

/** All categories together first, then those of the source in the order of the vocabulary. */
export const categoriesOf = (source: PictureSource): string[] => [
  ALL_CATEGORIES,
  ...CATEGORIES.filter((category) => source.categories.includes(category)),
];

/** The period to begin with: the last that was delivered in full, else in part, else the last of all. */
export function latestPeriod(source: PictureSource, grain: Grain): string {
  const periods = periodsOf(source, grain);
  const last =
    periods.findLast(({ delivered }) => delivered === 'full') ??
    periods.findLast(({ delivered }) => delivered === 'partial') ??
    periods.at(-1);
  return last?.period ?? ALL_PERIODS;
}

function periodFor(source: PictureSource, wanted: string | undefined): { grain: Grain; period: string } {
  const grain = wanted === undefined ? undefined : grainOf(wanted);
  if (wanted !== undefined && grain !== undefined && source.grains.includes(grain)) {
    if (periodsOf(source, grain).some(({ period }) => period === wanted)) return { grain, period: wanted };
  }
  const first = grain !== undefined && source.grains.includes(grain) ? grain : undefined;
  const chosen = first ?? (source.grains.includes('year') ? 'year' : (grainsOf(source).at(-1) ?? 'all'));
  return { grain: chosen, period: latestPeriod(source, chosen) };
}

/**
 * The choice that an address stands for; undefined where the picture has no source to look at. `ownOrganisationId` limits it to the
 * organisation's own sources (the mirror).
 */
export function chooseFrom(
  search: PictureSearch,
  picture: Picture,
  levels: readonly Level[],
  ownOrganisationId?: string,
): PictureChoice | undefined {
  const sources = sourcesOf(picture, ownOrganisationId);
  const source = sources.find(({ dataset }) => dataset.id === search.source) ?? sources[0];
  if (source === undefined) return undefined;
  const category = categoriesOf(source).find((code) => code === search.category) ?? ALL_CATEGORIES;
  if (search.level === GRID_LEVEL && hasSquares(picture, source)) {
    // Of a month its year; the measures of areas are told of no square.
    const year = search.period?.slice(0, 4);
    const period = periodsOf(source, 'year').find((one) => one.period === year)?.period ?? latestPeriod(source, 'year');
    return { source, category, grain: 'year', period, level: GRID_LEVEL, measure: 'reports' };
  }
  const allowed = levelsOf(source, levels);
  const level = allowed.find(({ code }) => code === search.level) ?? allowed.at(-1);
  if (level === undefined) return undefined;
  return {
    source,
    category,
    ...periodFor(source, search.period),
    level: level.code,
    measure: search.measure ?? 'reports',
  };
}

export const sourcesOf = (picture: Picture, ownOrganisationId?: string): PictureSource[] =>
  picture.sources.filter(
    ({ dataset }) => ownOrganisationId === undefined || dataset.organisation.id === ownOrganisationId,
  );
