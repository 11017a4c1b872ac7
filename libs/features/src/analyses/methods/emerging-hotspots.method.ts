import {
  emergingHotspots,
  hotspots,
  poissonMoments,
  type EmergingPattern,
  type HotspotPeriod,
} from '@datalab/analysis';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { levelOption } from '../run-option.js';
import { withoutCells, AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { readAreaPeriods } from './period-counts.js';
import { FEWEST_AREAS, shownMap, type AreaStatistic } from './shown-map.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({ level: levelOption() });
const FEWEST_PERIODS = 10;

interface Data extends AreaCounts {
  periods: string[];
  byPeriod: Float64Array[];
}

interface Outcome {
  statistics: AreaStatistic<Klass>[];
  periods: number;
}

const CLASSES = {
  new: { nl: 'Nieuw', en: 'New' },
  consecutive: { nl: 'Sinds kort, aaneengesloten', en: 'Recent, unbroken' },
  intensifying: { nl: 'Al lang, en het wordt meer', en: 'For long, and growing' },
  persistent: { nl: 'Al lang, zonder verandering', en: 'For long, unchanged' },
  diminishing: { nl: 'Al lang, en het wordt minder', en: 'For long, and shrinking' },
  sporadic: { nl: 'Af en toe', en: 'On and off' },
  oscillating: { nl: 'Nu veel, eerder juist weinig', en: 'Now many, earlier few' },
  historical: { nl: 'Vroeger wel, nu niet', en: 'Once, not now' },
  none: { nl: 'Valt niet op', en: 'Does not stand out' },
} as const satisfies Record<EmergingPattern, { nl: string; en: string }>;
type Klass = keyof typeof CLASSES;

/** Hot spots that are new, lasting or on their way out: Gi* per period and the trend of its z. */
export const emergingHotspotsMethod = defineMethod<z.infer<typeof params>, Data, Outcome, Outcome>({
  name: 'emerging-hotspots',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Nieuwe en blijvende plekken', en: 'New and lasting places' },
  explanation: {
    nl: 'Voor elke periode zoeken we de plekken met meer meldingen dan toeval. Daarna kijken we welke plekken nieuw zijn, welke blijven en welke verdwijnen.',
    en: 'For each period we look for places with more reports than chance gives. Then we look which are new, which stay and which go.',
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
  run(data, { level }) {
    const people = data.asRates ? data.population : data.reports.map(() => 1);
    const maps = data.periods.map((_, t): HotspotPeriod => {
      const counts = Float64Array.from(data.byPeriod, (row) => row[t]!);
      const missing = Uint8Array.from(counts, (count) => (Number.isNaN(count) ? 1 : 0));
      const values = counts.map((count, i) => (missing[i] ? 0 : count / people[i]!));
      const known = counts.map((count) => (Number.isNaN(count) ? 0 : count));
      return hotspots(values, missing, data.neighbours, { level, chance: poissonMoments(known, people, missing) });
    });
    const found = emergingHotspots(maps, { level });
    return {
      periods: data.periods.filter((_, t) => data.byPeriod.some((row) => !Number.isNaN(row[t]!))).length,
      // Cold spots say as much of who does not report: the map is of hot ones.
      statistics: found.map(({ side, pattern, periods }, i) => ({
        z: maps.at(-1)?.z[i] ?? Number.NaN,
        klass: periods === 0 ? 'missing' : side === 'hot' ? pattern : 'none',
      })),
    };
  },
  merge: ([outcome]) => outcome!,
  present({ statistics, periods }, data, _, gate) {
    if (!data.hasMap) return { refused: 'no-map' };
    if (data.reports.length < FEWEST_AREAS) return { refused: 'too-few-areas' };
    if (periods < FEWEST_PERIODS) return { refused: 'too-few-periods' };
    const map = shownMap(data, statistics, CLASSES, { gate, quiet: 'none' });
    const [fresh, lasting, growing] = [
      inWords(map.having('new') + map.having('consecutive')),
      inWords(map.having('persistent') + map.having('intensifying')),
      inWords(map.having('intensifying')),
    ];
    return {
      n: data.reports.length,
      warnings: [
        ...map.warnings,
        { code: 'many_tests' },
        ...(periods < data.periods.length ? [{ code: 'gaps' as const }] : []),
      ],
      text: {
        nl: {
          what: `${fresh.nl} plekken met veel meldingen zijn nieuw of van kort geleden. ${lasting.nl} plekken bestaan al lang; bij ${growing.nl} daarvan wordt het meer.`,
          comparedWith: `Met toeval, voor elk van de ${inWords(periods).nl} periodes apart.`,
          howSure: 'Eén periode die opvalt is genoeg om “nieuw” te heten: wacht de volgende af voordat u iets doet.',
          notToConclude: `Een nieuwe plek kan ook komen doordat een bron anders is gaan registreren. ${NEVER.nl}`,
        },
        en: {
          what: `${fresh.en} places with many reports are new or recent. ${lasting.en} places have been there for long; in ${growing.en} of them it grows.`,
          comparedWith: `With chance, for each of the ${inWords(periods).en} periods apart.`,
          howSure: 'One period that stands out is enough to be called “new”: wait for the next before doing anything.',
          notToConclude: `A new place may also come of a source that registers in another way. ${NEVER.en}`,
        },
      },
      picture: map.picture,
      tables: [map.table],
    };
  },
});
