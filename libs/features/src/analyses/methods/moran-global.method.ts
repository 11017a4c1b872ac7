import { moranGlobal, moranPermutations, permutationTest } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { permutationsOption } from '../run-option.js';
import { withoutCells, AREA_FIELDS, readAreaCounts, valuesOf, whatOf, type AreaCounts } from './area-counts.js';
import { FEWEST_AREAS } from './shown-map.js';
import { bandInWords, inWords, NEVER } from './words-of.js';

const params = z.strictObject({ permutations: permutationsOption(9_999, 999) });
type Params = z.infer<typeof params>;

/** Permutations in one part of the work. */
const PER_PART = 250;

interface Outcome {
  i: number;
  expectation: number;
  p: number;
}

/** Do areas with many reports lie together over the whole region? One number: global Moran's I with a permutation test. */
export const moranGlobalMethod = defineMethod<Params, AreaCounts, Float64Array, Outcome>({
  name: 'moran-global',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Ligt het bij elkaar?', en: 'Does it lie together?' },
  explanation: {
    nl: 'We kijken of gebieden met veel meldingen vaker naast elkaar liggen dan wanneer dezelfde aantallen willekeurig over de kaart zijn verdeeld.',
    en: 'We look whether areas with many reports lie side by side more often than when the same numbers are dealt over the map at random.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  read: (rows, scope) => readAreaCounts(rows, scope),
  forThreads: withoutCells,
  parts: (_, { permutations }) => Math.ceil(permutations / PER_PART),
  run: (data, { permutations }, part, seed) => {
    const chunk = { first: part * PER_PART, end: Math.min(permutations, (part + 1) * PER_PART) };
    return moranPermutations(valuesOf(data), data.neighbours, { seed, ...chunk });
  },
  merge(parts, data) {
    const { i, expectation } = moranGlobal(valuesOf(data), data.neighbours);
    const drawn = Float64Array.from(parts.flatMap((part) => Array.from(part)));
    return { i, expectation, p: permutationTest(i, drawn).pTwoSided };
  },
  present({ i, expectation, p }, data, { permutations }, gate) {
    if (!data.hasMap) return { refused: 'no-map' };
    const areas = data.reports.length;
    if (areas < FEWEST_AREAS) return { refused: 'too-few-areas' };
    const estimates = [{ name: 'i', estimate: i, low: null, high: null, p: Number.isNaN(p) ? null : p }];
    const model = gate.model({ estimates, n: areas, residualDegreesOfFreedom: areas - 1, unitsPerLevel: [] });
    if ('refused' in model) return model;
    const shown = model.estimates.get('i')!;
    const table: RunTable = {
      key: 'moran',
      title: { nl: 'Samenhang op de kaart', en: 'Coherence on the map' },
      columns: [
        { key: 'i', title: { nl: 'Moran’s I', en: 'Moran’s I' }, unit: 'index' },
        { key: 'chance', title: { nl: 'Bij toeval', en: 'By chance' }, unit: 'index' },
        { key: 'p', title: { nl: 'Kans op toeval (p)', en: 'Chance (p)' }, unit: 'p' },
      ],
      rows: [{ i: shown.estimate, chance: Number(expectation.toPrecision(2)), p: shown.p }],
    };
    const isClear = p <= 0.05;
    const together = i > expectation;
    const index = { nl: inWords(shown.estimate ?? 0, 2).nl, en: inWords(shown.estimate ?? 0, 2).en };
    const what = whatOf(data);
    return {
      n: model.n,
      warnings: [{ code: 'from_protected_counts' }, { code: 'skewed_reporting' }],
      text: {
        nl: {
          what: isClear
            ? `Gebieden met veel ${what.nl} liggen ${together ? 'vaker' : 'minder vaak'} bij elkaar dan toeval (I = ${index.nl}).`
            : `We zien niet dat gebieden met veel ${what.nl} bij elkaar liggen (I = ${index.nl}).`,
          comparedWith: `Met ${inWords(permutations).nl} kaarten waarop dezelfde aantallen willekeurig zijn verdeeld. Zonder samenhang is I ongeveer ${inWords(expectation, 2).nl}, bij volledige samenhang 1.`,
          howSure: `De kans dat toeval dit geeft: ${bandInWords(shown.p).nl}.`,
          notToConclude: `Het zegt niet wélke gebieden, en ook niet waardoor. ${NEVER.nl}`,
        },
        en: {
          what: isClear
            ? `Areas with many ${what.en} lie together ${together ? 'more' : 'less'} often than chance gives (I = ${index.en}).`
            : `We do not see that areas with many ${what.en} lie together (I = ${index.en}).`,
          comparedWith: `With ${inWords(permutations).en} maps on which the same numbers are dealt at random. Without coherence I is about ${inWords(expectation, 2).en}, with full coherence 1.`,
          howSure: `The probability that chance gives this: ${bandInWords(shown.p).en}.`,
          notToConclude: `It does not say which areas, nor what causes it. ${NEVER.en}`,
        },
      },
      picture: { kind: 'table' },
      tables: [table],
    };
  },
});
