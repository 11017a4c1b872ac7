import { hotspots, poissonMoments } from '@datalab/analysis';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { levelOption } from '../run-option.js';
import { withoutCells, AREA_FIELDS, readAreaCounts, valuesOf, whatOf, type AreaCounts } from './area-counts.js';
import { FEWEST_AREAS, shownMap } from './shown-map.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({ level: levelOption() });

interface Outcome {
  z: number[];
  klass: ('hot' | 'cold' | 'none' | 'missing')[];
  tests: number;
}

const CLASSES = {
  hot: { nl: 'Meer dan toeval', en: 'More than chance' },
  cold: { nl: 'Minder dan toeval', en: 'Less than chance' },
  none: { nl: 'Geen duidelijk verschil', en: 'No clear difference' },
};

/** Where reports pile up: Getis–Ord Gi* on rates, with the skewness that chance gives small counts, corrected for looking everywhere. */
export const getisOrdGiMethod = defineMethod<z.infer<typeof params>, AreaCounts, Outcome, Outcome>({
  name: 'getis-ord-gi',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Plekken met veel of weinig meldingen', en: 'Places with many or few reports' },
  explanation: {
    nl: 'We tellen elk gebied samen met zijn buren op, en kijken of dat meer of minder is dan je bij toeval mag verwachten.',
    en: 'We add up each area and its neighbours, and look whether that is more or less than chance gives.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  read: (rows, scope) => readAreaCounts(rows, scope),
  forThreads: withoutCells,
  parts: () => 1,
  run: (data, { level }) => {
    const missing = new Uint8Array(data.reports.length);
    const people = data.asRates ? data.population : data.reports.map(() => 1);
    // Moments are those of a count over its people: on the scale of the values, per 1,000, z does not change.
    const chance = poissonMoments(data.reports, people, missing);
    const values = valuesOf(data).map((value) => (data.asRates ? value / 1_000 : value));
    const { z: scores, klass, tests } = hotspots(values, missing, data.neighbours, { level, chance });
    return { z: Array.from(scores), klass: [...klass], tests };
  },
  merge: ([outcome]) => outcome!,
  present({ z: scores, klass, tests }, data, { level }, gate) {
    if (!data.hasMap) return { refused: 'no-map' };
    if (tests < FEWEST_AREAS) return { refused: 'too-few-areas' };
    const statistics = klass.map((own, i) => ({ z: scores[i]!, klass: own }));
    const map = shownMap(data, statistics, CLASSES, { gate, quiet: 'none' });
    const [hot, cold] = [inWords(map.having('hot')), inWords(map.having('cold'))];
    const what = whatOf(data);
    return {
      n: tests,
      warnings: [...map.warnings, { code: 'many_tests' }],
      text: {
        nl: {
          what: `Van de ${inWords(tests).nl} gebieden hebben er ${hot.nl}, samen met hun buren, meer ${what.nl} dan toeval, en ${cold.nl} minder.`,
          comparedWith: 'Met hetzelfde aantal meldingen, bij toeval over alle gebieden verdeeld.',
          howSure: `Van de gebieden die opvallen is naar verwachting hooguit ${inWords(level * 100).nl}% toeval. Van ${inWords(map.withheld).nl} gebieden mag de uitkomst niet worden getoond.`,
          notToConclude: `Een plek met veel meldingen is niet hetzelfde als een plek met veel overlast: waar mensen sneller melden, kleurt de kaart ook. ${NEVER.nl}`,
        },
        en: {
          what: `Of the ${inWords(tests).en} areas ${hot.en}, together with their neighbours, have more ${what.en} than chance gives, and ${cold.en} fewer.`,
          comparedWith: 'With the same number of reports, dealt over all areas by chance.',
          howSure: `Of the areas that stand out at most ${inWords(level * 100).en}% are expected to be chance. Of ${inWords(map.withheld).en} areas the outcome may not be shown.`,
          notToConclude: `A place with many reports is not the same as a place with much nuisance: where people report sooner the map colours too. ${NEVER.en}`,
        },
      },
      picture: map.picture,
      tables: [map.table],
    };
  },
});
