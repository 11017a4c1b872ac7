import type { Category } from '@datalab/domain';
import { diceOf } from '../chance/dice.js';

/** An area to invent reports in. */
export interface InventedArea {
  code: string;
  /** How many live there: reports follow it. Null or 0 counts as one share like any other. */
  population: number | null;
}

/** What a source of a rehearsal registers: kinds of reports with their weights. */
export interface InventedSource {
  key: string;
  /** As it is called in the lab; says that it is invented. */
  name: string;
  categories: readonly (readonly [category: Category, weight: number])[];
}

/** A canonical row of `records` without its hash: nobody's report, and no household. */
export interface InventedRow {
  occurred_on: string;
  occurred_precision: 'day';
  occurred_hour: number;
  source_category: string;
  category: Category;
  placement: 'in_region';
  area_code: string;
  household_role: 'unknown';
  address_kind: 'unknown';
}

/** Four sources, as a lab has them. All of it is invented. */
export const INVENTED_SOURCES: readonly InventedSource[] = [
  {
    key: 'oefening-gemeente',
    name: 'Oefening: meldingen openbare ruimte (verzonnen)',
    categories: [
      ['filth_neglect', 4],
      ['waste_dumping', 4],
      ['noise', 2],
      ['parking', 2],
    ],
  },
  {
    key: 'oefening-politie',
    name: 'Oefening: overlastincidenten (verzonnen)',
    categories: [
      ['noise', 4],
      ['youth', 3],
      ['confused_behaviour', 3],
      ['drugs_alcohol', 2],
    ],
  },
  {
    key: 'oefening-ggd',
    name: 'Oefening: meldpunt zorg en overlast (verzonnen)',
    categories: [
      ['confused_behaviour', 5],
      ['filth_neglect', 2],
    ],
  },
  {
    key: 'oefening-corporatie',
    name: 'Oefening: overlastdossiers (verzonnen)',
    categories: [
      ['neighbour_dispute', 5],
      ['noise', 4],
      ['filth_neglect', 1],
    ],
  },
];

/** Reports of one source per area and month, where there are few enough areas; fewer where there are many. */
const PER_AREA_AND_MONTH = 3;
const MOST_ROWS = 20_000;
/** How much busier the one area is in which something is planted. */
const PLANTED = 4;

/**
 * Invented reports of one source over whole months (`YYYY-MM`), in order of day. The same seed gives the same rows. One area, the same for every
 * source, is four times as busy: there is something to find. Throws RangeError without areas or months.
 */
export function inventedRows(
  source: InventedSource,
  areas: readonly InventedArea[],
  months: readonly string[],
  seed: number,
): InventedRow[] {
  if (areas.length === 0 || months.length === 0) throw new RangeError('reports are invented in areas and months');
  const planted = diceOf(seed, 'planted').below(areas.length);
  const dice = diceOf(seed, source.key);
  const weights = areas.map(({ population }, at) => (population || 1_000) * (at === planted ? PLANTED : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const perMonth = Math.min(PER_AREA_AND_MONTH * areas.length, MOST_ROWS / months.length);
  const kinds = source.categories.flatMap(([category, weight]) => Array<Category>(weight).fill(category));
  const rows: InventedRow[] = [];
  for (const month of months)
    for (const [at, { code }] of areas.entries())
      for (let left = dice.poisson((perMonth * weights[at]!) / total); left > 0; left--) {
        const category = dice.pick(kinds);
        rows.push({
          occurred_on: `${month}-${String(1 + dice.below(28)).padStart(2, '0')}`,
          occurred_precision: 'day',
          occurred_hour: dice.below(24),
          source_category: category,
          category,
          placement: 'in_region',
          area_code: code,
          household_role: 'unknown',
          address_kind: 'unknown',
        });
      }
  return rows.sort((a, b) => (a.occurred_on < b.occurred_on ? -1 : a.occurred_on > b.occurred_on ? 1 : 0));
}
