import { chooseGroups, bootstrapStability, principalComponents, standardise } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { indicatorsOption, option } from '../run-option.js';
import { AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  /** Codes of context indicators of the region: public figures, never reports. */
  indicators: indicatorsOption(2, 20),
  /** Share of the differences that the components hold; left out: the indicators themselves. */
  componentShare: option(z.number().min(0.5).max(1).optional(), {
    words: {
      nl: 'Deel van de verschillen dat samengevatte kenmerken houden (leeg: niet samenvatten)',
      en: 'Share of the differences that summarised traits hold (empty: do not summarise)',
    },
  }),
  mostGroups: option(z.number().int().min(2).max(8).default(6), {
    words: { nl: 'Hoogstens zoveel groepen', en: 'At most so many groups' },
  }),
});
type Params = z.infer<typeof params>;

interface Data extends AreaCounts {
  indicators: { code: string; title: { nl: string; en: string }; values: Float64Array }[];
}

interface Outcome {
  /** Group of each area, −1 where an indicator is missing. */
  groups: Int32Array;
  k: number;
  silhouette: number;
  stability: number[];
  components: number | null;
  /** `[group][indicator]`, in standard deviations from the mean of all. */
  profiles: number[][];
}

const FEWEST_AREAS = 20;
const STARTS = 50;
const DRAWS = 50;

/** Types of neighbourhood by public indicators: k-means with the number of groups that fits best, and how stable they are. */
export const clusteringMethod = defineMethod<Params, Data, Outcome | null, Outcome | null>({
  name: 'clustering',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Soorten buurten', en: 'Types of neighbourhood' },
  explanation: {
    nl: 'We zetten gebieden bij elkaar die op een aantal openbare kenmerken op elkaar lijken. Meldingen tellen daarbij niet mee.',
    en: 'We put areas together that are alike on a number of public traits. Reports do not count in it.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, scope, { indicators }) {
    return {
      ...(await readAreaCounts(rows, scope)),
      indicators: rows.indicators(indicators).map(({ code, title, values }) => ({
        code,
        title,
        values: Float64Array.from(rows.areas, (area) => values.get(area.code) ?? Number.NaN),
      })),
    };
  },
  parts: () => 1,
  run: ({ indicators, areaCodes }, options, _, seed) =>
    group(
      indicators.map(({ values }) => values),
      areaCodes.length,
      options,
      seed,
    ),
  merge: ([outcome]) => outcome!,
  present(outcome, data, _, gate) {
    if (outcome === null) return { refused: 'too-few-areas' };
    const { k, groups, silhouette, stability, profiles } = outcome;
    const titleOf = (g: number) => ({ nl: `Soort ${g + 1}`, en: `Type ${g + 1}` });
    const sizes = Array.from({ length: k }, (_g, g) => groups.reduce((n, own) => n + Number(own === g), 0));
    const table: RunTable = {
      key: 'types',
      title: { nl: 'De soorten', en: 'The types' },
      columns: [
        { key: 'type', title: { nl: 'Soort', en: 'Type' }, unit: null },
        { key: 'areas', title: { nl: 'Gebieden', en: 'Areas' }, unit: 'areas' },
        { key: 'stability', title: { nl: 'Hoe stevig (0–1)', en: 'How stable (0–1)' }, unit: 'index' },
        ...data.indicators.map(({ code, title }) => ({ key: `x-${code}`, title, unit: 'deviations' })),
      ],
      rows: profiles.map((profile, g) => ({
        type: titleOf(g),
        areas: sizes[g]!,
        stability: Math.round(100 * stability[g]!) / 100,
        ...Object.fromEntries(data.indicators.map(({ code }, j) => [`x-${code}`, Math.round(10 * profile[j]!) / 10])),
      })),
    };
    const weak = stability.filter((value) => value < 0.6).length;
    const missing = groups.filter((own) => own < 0).length;
    return {
      n: groups.length - missing,
      warnings: missing > 0 ? [{ code: 'gaps' }] : [],
      text: {
        nl: {
          what: `De gebieden vallen in ${inWords(k).nl} soorten uiteen. ${weak === 0 ? 'Alle soorten komen terug als we de gebieden opnieuw trekken.' : `${inWords(weak).nl} daarvan zijn niet stevig: geloof die niet zomaar.`}`,
          comparedWith: `Elk gebied met alle andere, op ${inWords(data.indicators.length).nl} openbare kenmerken.`,
          howSure: `Hoe duidelijk de soorten uit elkaar liggen: ${inWords(silhouette, 2).nl} (onder 0,25 nauwelijks, vanaf 0,5 redelijk).`,
          notToConclude: `Een soort beschrijft gebieden, niet de mensen die er wonen, en er had ook een ander aantal soorten uit kunnen komen. ${NEVER.nl}`,
        },
        en: {
          what: `The areas fall into ${inWords(k).en} types. ${weak === 0 ? 'All types come back when we draw the areas again.' : `${inWords(weak).en} of them are not stable: do not just believe those.`}`,
          comparedWith: `Each area with all others, on ${inWords(data.indicators.length).en} public traits.`,
          howSure: `How clearly the types lie apart: ${inWords(silhouette, 2).en} (under 0.25 hardly, from 0.5 fairly).`,
          notToConclude: `A type describes areas, not the people who live there, and another number of types might have come out. ${NEVER.en}`,
        },
      },
      picture: {
        kind: 'map',
        level: data.areaLevel,
        classes: sizes.map((_size, g) => ({ key: `type-${g + 1}`, title: titleOf(g) })),
        valueUnit: null,
        // Public figures alone: still an area is drawn as the other maps draw it, so that nothing looks known that is not.
        areas: data.cells.map((exact, i) => {
          const { state } = gate.cell(exact);
          const isKnown = groups[i]! >= 0;
          return {
            areaCode: data.areaCodes[i]!,
            state: isKnown ? 'shown' : state,
            klass: isKnown ? `type-${groups[i]! + 1}` : null,
            z: null,
            value: null,
          };
        }),
      },
      tables: [table],
    };
  },
});

function group(
  columns: readonly Float64Array[],
  areas: number,
  { componentShare, mostGroups }: Params,
  seed: number,
): Outcome | null {
  const complete = Array.from({ length: areas }, (_, i) => i).filter((i) =>
    columns.every((column) => !Number.isNaN(column[i]!)),
  );
  if (complete.length < FEWEST_AREAS) return null;
  const points = standardise(columns.map((column) => Float64Array.from(complete, (i) => column[i]!)));
  const components =
    componentShare === undefined ? undefined : principalComponents(points, { share: componentShare }).scores;
  const space = components ?? points;
  const { best, tried } = chooseGroups(space, { most: mostGroups, seed, starts: STARTS });
  const { jaccard } = bootstrapStability(space, best.labels, { k: best.k, seed: seed + 1, end: DRAWS });
  const groups = new Int32Array(areas).fill(-1);
  complete.forEach((area, row) => (groups[area] = best.labels[row]!));
  const profiles = Array.from({ length: best.k }, (_, g) =>
    columns.map((_column, j) => {
      const own = complete.map((_area, row) => row).filter((row) => best.labels[row] === g);
      return own.reduce((sum, row) => sum + points.values[row * points.columns + j]!, 0) / own.length;
    }),
  );
  const silhouette = tried.find(({ k }) => k === best.k)!.silhouette;
  return {
    groups,
    k: best.k,
    silhouette,
    stability: Array.from(jaccard),
    components: components?.columns ?? null,
    profiles,
  };
}
