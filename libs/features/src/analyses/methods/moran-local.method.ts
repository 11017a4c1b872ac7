import {
  AREAS_PER_STREAM,
  benjaminiHochberg,
  moranLocal,
  moranLocalPermutations,
  type Neighbours,
} from '@datalab/analysis';
import type { RunMapArea, RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { defineMethod, type OutcomeGate, type Presentation } from '../method.js';
import { levelOption, permutationsOption } from '../run-option.js';
import { withoutCells } from './area-counts.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  permutations: permutationsOption(9_999, 999),
  level: levelOption(),
});
type Params = z.infer<typeof params>;

/** Blocks of areas in one part of the work: fixed, so that the outcome does not depend on the number of threads. */
const BLOCKS_PER_PART = 8;
/** Under this many areas a permutation test says little. */
const FEWEST_AREAS = 20;

interface Data {
  areaCodes: string[];
  names: string[];
  areaLevel: string;
  /** Per area: noised reports per 1,000 inhabitants, or noised reports where the population of any area is unknown. */
  values: Float64Array;
  asRates: boolean;
  neighbours: Neighbours;
  cells: ExactGroup[];
}

interface Part {
  p: Float64Array;
  from: number;
}

interface Outcome {
  z: Float64Array;
  q: Float64Array;
  klass: Klass[];
  tests: number;
}

const CLASSES = ['cluster', 'quiet', 'standing_out', 'quiet_among_busy', 'none'] as const;
type Klass = (typeof CLASSES)[number] | 'missing';
const OF_QUADRANT = {
  'High-High': 'cluster',
  'Low-Low': 'quiet',
  'High-Low': 'standing_out',
  'Low-High': 'quiet_among_busy',
} as const;

const CLASS_TITLES = {
  cluster: { nl: 'Veel, tussen gebieden met veel', en: 'Many, among areas with many' },
  quiet: { nl: 'Weinig, tussen gebieden met weinig', en: 'Few, among areas with few' },
  standing_out: { nl: 'Veel, tussen gebieden met weinig', en: 'Many, among areas with few' },
  quiet_among_busy: { nl: 'Weinig, tussen gebieden met veel', en: 'Few, among areas with many' },
  none: { nl: 'Geen duidelijk verschil', en: 'No clear difference' },
} as const;

/** Where areas with many reports lie together: local Moran's I with conditional permutations, corrected for looking at all areas at once. */
export const moranLocalMethod = defineMethod<Params, Data, Part, Outcome>({
  name: 'moran-local',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Gebieden die samen opvallen', en: 'Areas that stand out together' },
  explanation: {
    nl: 'We vergelijken elk gebied en zijn buren met een kaart waarop dezelfde aantallen willekeurig zijn verdeeld. Dat herhalen we vaak. Een gebied valt op als dat bij toeval bijna nooit zo uitkomt.',
    en: 'We compare each area and its neighbours with a map on which the same numbers are dealt at random. We do that many times. An area stands out when chance hardly ever gives this.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: ['occurred_on', 'category', 'area_code', 'count', 'period'], linksBy: null }),

  async read(rows, scope) {
    const neighbours = rows.neighbours();
    const found = new Map((await rows.cells(['area_code'])).map((cell) => [cell.group['area_code'], cell]));
    const cells = rows.areas.map(({ code }) => found.get(code) ?? rows.emptyCell({ area_code: code }));
    const asRates = rows.areas.every(({ population }) => (population ?? 0) > 0);
    return {
      areaCodes: rows.areas.map(({ code }) => code),
      names: rows.areas.map(({ name }) => name),
      areaLevel: scope.areaLevel,
      values: Float64Array.from(cells, (cell, i) =>
        asRates ? (1_000 * rows.noised(cell)) / rows.areas[i]!.population! : rows.noised(cell),
      ),
      asRates,
      neighbours: neighbours ?? { offsets: new Int32Array(rows.areas.length + 1), neighbours: new Int32Array(0) },
      cells,
    };
  },

  forThreads: withoutCells,
  parts: ({ values }) => Math.max(1, Math.ceil(values.length / (AREAS_PER_STREAM * BLOCKS_PER_PART))),
  run: ({ values, neighbours }, { permutations }, part, seed) => {
    const from = part * BLOCKS_PER_PART;
    const chunk = { firstBlock: from, endBlock: from + BLOCKS_PER_PART };
    const { pTwoSided } = moranLocalPermutations(values, neighbours, { permutations, seed, ...chunk });
    const first = from * AREAS_PER_STREAM;
    return { p: pTwoSided.slice(first, first + BLOCKS_PER_PART * AREAS_PER_STREAM), from: first };
  },
  merge: (parts, { values, neighbours }, { level }) => {
    const p = new Float64Array(values.length).fill(Number.NaN);
    for (const { p: own, from } of parts) p.set(own.subarray(0, values.length - from), from);
    const { conditional, quadrant } = moranLocal(values, neighbours);
    const q = benjaminiHochberg(p);
    const klass = Array.from(q, (value, i): Klass => {
      if (Number.isNaN(value)) return 'missing';
      return value < level && quadrant[i] != null ? OF_QUADRANT[quadrant[i]] : 'none';
    });
    return { z: conditional.z, q, klass, tests: p.filter((value) => !Number.isNaN(value)).length };
  },
  present: (outcome, data, { level, permutations }, gate) => present(outcome, data, { level, permutations }, gate),
});

function present(
  { z, klass, tests }: Outcome,
  data: Data,
  { level, permutations }: Params,
  gate: OutcomeGate,
): Presentation {
  if (tests < FEWEST_AREAS) return { refused: 'too-few-areas' };
  const areas = data.cells.map((exact, i): RunMapArea => {
    const cell = gate.cell(exact);
    const shown = gate.map({ z: Number.isNaN(z[i]!) ? null : z[i]!, klass: klass[i]! }, cell);
    const areaCode = data.areaCodes[i]!;
    if (shown.state !== 'shown') return { areaCode, state: shown.state, klass: null, z: null, value: null };
    const known = shown.klass !== 'missing';
    return { areaCode, state: 'shown', klass: known ? shown.klass : null, z: known ? shown.z : null, value: null };
  });
  const having = (name: string) => areas.filter((area) => area.klass === name).length;
  const withheld = areas.filter(({ state }) => state === 'withheld' || state === 'none_or_few').length;
  const [many, alone] = [having('cluster'), having('standing_out')];
  const warnings: RunWarning[] = [
    { code: 'from_protected_counts' },
    { code: 'many_tests' },
    { code: 'skewed_reporting' },
    ...(withheld > 0 ? [{ code: 'partly_withheld' as const }] : []),
  ];
  const table: RunTable = {
    key: 'areas',
    title: { nl: 'Gebieden die opvallen', en: 'Areas that stand out' },
    columns: [
      { key: 'area', title: { nl: 'Gebied', en: 'Area' }, unit: null },
      { key: 'class', title: { nl: 'Wat we zien', en: 'What we see' }, unit: 'class' },
      { key: 'z', title: { nl: 'Hoe sterk (z)', en: 'How strongly (z)' }, unit: 'z' },
    ],
    rows: areas.flatMap(({ klass: own, z: score }, i) =>
      own === null || own === 'none' ? [] : [{ area: data.names[i]!, class: own, z: score }],
    ),
  };
  const what = data.asRates
    ? { nl: 'meldingen per 1.000 inwoners', en: 'reports per 1,000 inhabitants' }
    : { nl: 'meldingen', en: 'reports' };
  const chance = inWords(level * 100);
  return {
    n: tests,
    warnings,
    text: {
      nl: {
        what: `Van de ${inWords(tests).nl} gebieden liggen er ${inWords(many).nl} met veel ${what.nl} tussen andere gebieden met veel. Daarnaast valt ${inWords(alone).nl} keer één gebied op tussen buren met weinig.`,
        comparedWith: `Met ${inWords(permutations).nl} kaarten waarop dezelfde aantallen willekeurig over de gebieden zijn verdeeld.`,
        howSure: `Er is rekening mee gehouden dat we naar alle gebieden tegelijk kijken: van de gebieden die opvallen is naar verwachting hooguit ${chance.nl}% toeval. Van ${inWords(withheld).nl} gebieden mag de uitkomst niet worden getoond.`,
        notToConclude: `Het zegt niet waardoor het komt, en ook niet dat het er onveilig is. ${NEVER.nl}`,
      },
      en: {
        what: `Of the ${inWords(tests).en} areas ${inWords(many).en} have many ${what.en} and lie among other areas with many. Besides, ${inWords(alone).en} single areas stand out among neighbours with few.`,
        comparedWith: `With ${inWords(permutations).en} maps on which the same numbers are dealt over the areas at random.`,
        howSure: `It is allowed for that we look at all areas at once: of the areas that stand out at most ${chance.en}% are expected to be chance. Of ${inWords(withheld).en} areas the outcome may not be shown.`,
        notToConclude: `It does not say what causes it, nor that it is unsafe there. ${NEVER.en}`,
      },
    },
    picture: {
      kind: 'map',
      level: data.areaLevel,
      classes: CLASSES.map((key) => ({ key, title: CLASS_TITLES[key] })),
      valueUnit: null,
      areas,
    },
    tables: [table],
  };
}
