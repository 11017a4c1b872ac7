import { benjaminiHochberg, mannKendall } from '@datalab/analysis';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { levelOption } from '../run-option.js';
import { withoutCells, AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { readAreaPeriods } from './period-counts.js';
import { shownMap, type AreaStatistic } from './shown-map.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({ level: levelOption() });
const FEWEST_PERIODS = 8;

interface Data extends AreaCounts {
  periods: string[];
  byPeriod: Float64Array[];
}

interface Outcome {
  statistics: AreaStatistic<keyof typeof CLASSES>[];
  periods: number;
}

const CLASSES = {
  rising: { nl: 'Wordt meer', en: 'Rises' },
  falling: { nl: 'Wordt minder', en: 'Falls' },
  level: { nl: 'Geen duidelijke verandering', en: 'No clear change' },
} as const;

/** Whether reports rise or fall per area: Mann–Kendall, corrected for looking at all areas. */
export const trendMethod = defineMethod<z.infer<typeof params>, Data, Outcome, Outcome>({
  name: 'trend',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Meer of minder in de tijd', en: 'More or fewer over time' },
  explanation: {
    nl: 'We kijken per gebied of het aantal meldingen van periode tot periode steeds iets stijgt of daalt. Eén uitschieter telt daarbij niet zwaar.',
    en: 'We look per area whether the number of reports keeps rising or falling from period to period. One outlier does not weigh much.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, scope) {
    const { periods, reports } = await readAreaPeriods(rows);
    return { ...(await readAreaCounts(rows, scope)), periods, byPeriod: reports };
  },
  forThreads: withoutCells,
  parts: () => 1,
  run({ byPeriod, periods }, { level }) {
    const tests = byPeriod.map((row) => {
      const known = row.filter((count) => !Number.isNaN(count));
      return known.length < FEWEST_PERIODS ? undefined : mannKendall(row);
    });
    const q = benjaminiHochberg(tests.map((test) => test?.p ?? Number.NaN));
    return {
      periods: periods.filter((_, t) => byPeriod.some((row) => !Number.isNaN(row[t]!))).length,
      statistics: tests.map((test, i) => ({
        z: test?.z ?? Number.NaN,
        klass: test === undefined ? 'missing' : !(q[i]! < level) ? 'level' : test.z > 0 ? 'rising' : 'falling',
      })),
    };
  },
  merge: ([outcome]) => outcome!,
  present({ statistics, periods }, data, { level }, gate) {
    if (periods < FEWEST_PERIODS) return { refused: 'too-few-periods' };
    const map = shownMap(data, statistics, CLASSES, { gate, quiet: 'level' });
    const [up, down] = [inWords(map.having('rising')), inWords(map.having('falling'))];
    const areas = data.reports.length;
    return {
      n: areas,
      warnings: [
        ...map.warnings,
        ...(areas > 1 ? [{ code: 'many_tests' as const }] : []),
        ...(periods < data.periods.length ? [{ code: 'gaps' as const }] : []),
      ],
      text: {
        nl: {
          what: `In ${up.nl} van de ${inWords(areas).nl} gebieden worden het steeds meer meldingen, in ${down.nl} steeds minder.`,
          comparedWith: `Elk gebied met zichzelf, over ${inWords(periods).nl} periodes. Periodes die niet zijn geleverd tellen niet mee.`,
          howSure: `Van de gebieden die opvallen is naar verwachting hooguit ${inWords(level * 100).nl}% toeval. Een jaarritme is niet weggehaald: begin en eind liefst in hetzelfde seizoen.`,
          notToConclude: `Meer meldingen kan ook betekenen dat mensen sneller melden of dat een bron anders telt. ${NEVER.nl}`,
        },
        en: {
          what: `In ${up.en} of the ${inWords(areas).en} areas reports keep rising, in ${down.en} they keep falling.`,
          comparedWith: `Each area with itself, over ${inWords(periods).en} periods. Periods that were not delivered do not count.`,
          howSure: `Of the areas that stand out at most ${inWords(level * 100).en}% are expected to be chance. A rhythm of the year is not taken out: begin and end in the same season if possible.`,
          notToConclude: `More reports may also mean that people report sooner, or that a source counts in another way. ${NEVER.en}`,
        },
      },
      picture: map.picture,
      tables: [map.table],
    };
  },
});
