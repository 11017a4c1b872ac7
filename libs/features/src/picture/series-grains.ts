import { EVERY_SOURCE, type SeriesGrainRow } from '@datalab/data';
import { chooseGrainOf, mayShowGrain, type SeriesGrain } from '@datalab/disclosure';
import { ALL_CATEGORIES, ALL_PERIODS, grainOf } from '@datalab/domain';
import type { CellDraft, Family } from './cell-draft.js';
import { isPeriodTable } from './freezer.js';
import { fineLevels, hidesPresence } from './gate.js';
import type { TableGround } from './table-ground.js';
import type { DeliveringSource } from './sources.js';

type Series = Omit<SeriesGrainRow, 'grain'>;
const CHOSEN_FROM = ['month', 'quarter', 'year'] as const;
const CELLS_A_YEAR = { month: 12, quarter: 4, year: 1 } as const;

/**
 * Fixes in which periods the series (areas under one parent × category × source × tier) of a year are published, each from the year before it
 * alone: the finest grain at which enough of the cells of all siblings together had an answer (disclosure.md §3). Only where that year was
 * delivered whole: a year without such a year before it has no grain, and there the audit of the picture alone decides. What was fixed stays.
 * Categories that were never met in the year before are all zero there, and so are answered at every grain.
 *
 * `fresh`: the ones that are new. `publishes`: whether the series of a family is published in periods as short as its own.
 */
export function chooseGrains(
  drafts: readonly CellDraft[],
  ground: Pick<TableGround, 'areas' | 'levels' | 'mayCombine' | 'grains'>,
  sources: ReadonlyMap<string, DeliveringSource>,
): { fresh: SeriesGrainRow[]; publishes: (family: Family) => boolean } {
  const fixed = new Map(ground.grains.map((row) => [seriesKey(row), row.grain]));
  const { tallies, categories } = tally(drafts);
  const fine = new Set(fineLevels(ground.levels));
  const fresh: SeriesGrainRow[] = [];
  for (const [datasetId, delivered] of deliveries(sources, ground.mayCombine))
    for (const [before, much] of delivered) {
      if (grainOf(before) !== 'year' || much !== 'full') continue;
      const year = String(Number(before) + 1);
      if ((delivered.get(year) ?? 'none') === 'none') continue;
      for (const { level, parentCode, siblings } of placesOf(ground.areas))
        for (const category of categories)
          for (const tier of ['lab', 'public'] as const) {
            const series: Series = { datasetId, tier, level, parentCode, category, year };
            if (fixed.has(seriesKey(series))) continue;
            const [month, quarter, wholeYear] = CHOSEN_FROM.map((grain) => {
              const { shown, stored } = tallies.get(`${seriesKey({ ...series, year: before })} ${grain}`) ?? NOTHING;
              const all = delivered.has(firstOf(before, grain)) ? siblings * CELLS_A_YEAR[grain] : 0;
              // Where nothing must look like too little, an empty cell is no answer.
              const zeros = hidesPresence({ category, level, grain }, fine) ? 0 : all - stored;
              return { answered: shown + zeros, delivered: all };
            });
            const grain = chooseGrainOf(tier, { month: month!, quarter: quarter!, year: wholeYear! });
            fixed.set(seriesKey(series), grain);
            fresh.push({ ...series, grain });
          }
    }
  return {
    fresh,
    publishes: ({ grain, period, ...series }) => {
      if (period === ALL_PERIODS || !isPeriodTable(grain)) return true;
      const own = fixed.get(seriesKey({ ...series, year: period.slice(0, 4) }));
      return own === undefined || mayShowGrain(grain as SeriesGrain, own);
    },
  };
}

/** What each source delivered of each period, open data left out; all sources together where they may stand in one table. */
function deliveries(
  sources: ReadonlyMap<string, DeliveringSource>,
  mayCombine: boolean,
): Map<string, DeliveringSource['delivered']> {
  const own = [...sources.values()].filter(({ isOpen }) => !isOpen);
  const found = new Map(own.map(({ datasetId, delivered }) => [datasetId, delivered]));
  const reports = own.filter(({ kind }) => kind === 'records');
  if (!mayCombine || reports.length < 2) return found;
  const together = new Map<string, 'full' | 'partial' | 'none'>();
  for (const { delivered } of reports)
    for (const [period, much] of delivered) together.set(period, lesser(together.get(period), much));
  return found.set(EVERY_SOURCE, together);
}

type Much = 'full' | 'partial' | 'none';
const lesser = (one: Much | undefined, other: Much): Much =>
  one === undefined || one === other ? other : one === 'none' && other === 'none' ? 'none' : 'partial';

const NOTHING = { shown: 0, stored: 0 };
const firstOf = (year: string, grain: (typeof CHOSEN_FROM)[number]): string =>
  ({ month: `${year}-01`, quarter: `${year}-Q1`, year })[grain];

function placesOf(areas: TableGround['areas']): { level: string; parentCode: string; siblings: number }[] {
  const places = Map.groupBy(areas, ({ level, parentCode }) => `${level} ${parentCode ?? ''}`);
  return [...places.values()].map((inside) => ({
    level: inside[0]!.level,
    parentCode: inside[0]!.parentCode ?? '',
    siblings: inside.length,
  }));
}

function tally(drafts: readonly CellDraft[]) {
  const tallies = new Map<string, { shown: number; stored: number }>();
  const categories = new Set<string>([ALL_CATEGORIES]);
  for (const draft of drafts)
    for (const cell of draft.cells()) {
      const family = draft.familyOf(cell);
      categories.add(family.category);
      if (!isPeriodTable(family.grain) || family.period === ALL_PERIODS) continue;
      const key = `${seriesKey({ ...family, year: family.period.slice(0, 4) })} ${family.grain}`;
      const own = tallies.get(key) ?? { ...NOTHING };
      own.stored += 1;
      if (cell.state === 'shown') own.shown += 1;
      tallies.set(key, own);
    }
  return { tallies, categories };
}

const seriesKey = ({ datasetId, tier, level, parentCode, category, year }: Series): string =>
  `${datasetId} ${tier} ${level} ${parentCode} ${category} ${year}`;
