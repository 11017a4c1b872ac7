import { clustersPerCentre, designScan, scanPValue, scanReplicates, type ScanCluster } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { levelOption, option, permutationsOption } from '../run-option.js';
import { withoutCells, AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { readAreaPeriods } from './period-counts.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  replications: permutationsOption(9_999, 999),
  level: levelOption(),
  /** A cluster holds at most this share of the inhabitants. */
  largestShare: option(z.number().min(0.05).max(0.5).default(0.25), {
    words: {
      nl: 'Grootste deel van de inwoners in één cluster',
      en: 'Largest share of the inhabitants in one cluster',
    },
  }),
});
type Params = z.infer<typeof params>;

/** Replicates in one part of the work. */
const PER_PART = 100;
const MOST_CLUSTERS = 5;
const FEWEST_AREAS = 5;

interface Data extends AreaCounts {
  x: Float64Array;
  y: Float64Array;
  /** Periods that were wholly delivered; one when all time is taken together. */
  periods: string[];
  /** Noised, `[area * periods + period]`. */
  cases: Int32Array;
}

interface Outcome {
  clusters: (ScanCluster & { p: number })[];
}

/** Groups of neighbouring areas, and a stretch of time, with more reports than their inhabitants make one expect: Kulldorff's scan. */
export const scanStatisticMethod = defineMethod<Params, Data, Float64Array, Outcome>({
  name: 'scan-statistic',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Groepen van gebieden, en wanneer', en: 'Groups of areas, and when' },
  explanation: {
    nl: 'We leggen cirkels van allerlei grootte over de kaart, en kijken in welke cirkel en welke tijd er veel meer meldingen zijn dan het aantal inwoners laat verwachten.',
    en: 'We lay circles of all sizes on the map, and look in which circle and which time there are many more reports than the number of inhabitants makes one expect.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, scope) {
    const counts = await readAreaCounts(rows, scope);
    const { periods, reports } = await readAreaPeriods(rows);
    const delivered = periods.map((_, t) => t).filter((t) => reports.every((row) => !Number.isNaN(row[t]!)));
    const centres = rows.centres();
    return {
      ...counts,
      x: Float64Array.from(centres, ([x]) => x),
      y: Float64Array.from(centres, ([, y]) => y),
      periods: delivered.map((t) => periods[t]!),
      cases: Int32Array.from(reports.flatMap((row) => delivered.map((t) => row[t]!))),
    };
  },
  forThreads: withoutCells,
  parts: (_, { replications }) => Math.ceil(replications / PER_PART),
  run(data, options, part, seed) {
    const end = Math.min(options.replications, (part + 1) * PER_PART);
    return isUsable(data)
      ? scanReplicates(designOf(data, options), { seed, first: part * PER_PART, end })
      : new Float64Array(0);
  },
  merge(parts, data, options) {
    if (!isUsable(data)) return { clusters: [] };
    const maxima = Float64Array.from(parts.flatMap((part) => Array.from(part)));
    const found = clustersPerCentre(designOf(data, options), MOST_CLUSTERS);
    return { clusters: found.map((cluster) => ({ ...cluster, p: scanPValue(cluster.logLikelihoodRatio, maxima) })) };
  },
  present({ clusters }, data, { level, replications }, gate) {
    if (!data.hasMap) return { refused: 'no-map' };
    if (!isUsable(data)) return { refused: 'too-few-areas' };
    const cells = data.cells.map((exact) => gate.cell(exact));
    // A cluster says of each of its areas that it lies in a busy group: it is shown where every one of them may be.
    const significant = clusters.filter(({ p }) => p <= level);
    const shown = significant.filter(({ areas }) => areas.every((i) => cells[i]!.state === 'shown'));
    const hidden = significant.length - shown.length;
    const inTime = data.periods.length > 1;
    const rounded = shown.map(({ areas, firstPeriod, lastPeriod, relativeRisk, p }, i) => {
      const estimates = [{ name: 'ratio', estimate: relativeRisk, low: null, high: null, p }];
      const model = gate.model({ estimates, n: data.cases.length, residualDegreesOfFreedom: 100, unitsPerLevel: [] });
      const one = 'refused' in model ? undefined : model.estimates.get('ratio');
      return {
        number: i + 1,
        areaCodes: areas.map((area) => data.areaCodes[area]!),
        from: inTime ? data.periods[firstPeriod]! : null,
        to: inTime ? data.periods[lastPeriod]! : null,
        ratio: one?.estimate ?? null,
        p: one?.p ?? null,
        names: areas.map((area) => data.names[area]!).join(', '),
      };
    });
    const table: RunTable = {
      key: 'clusters',
      title: { nl: 'Groepen die opvallen', en: 'Groups that stand out' },
      columns: [
        { key: 'number', title: { nl: 'Nummer', en: 'Number' }, unit: null },
        { key: 'areas', title: { nl: 'Gebieden', en: 'Areas' }, unit: null },
        { key: 'from', title: { nl: 'Vanaf', en: 'From' }, unit: null },
        { key: 'to', title: { nl: 'Tot en met', en: 'Until' }, unit: null },
        { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
        { key: 'p', title: { nl: 'Kans op toeval (p)', en: 'Chance (p)' }, unit: 'p' },
      ],
      rows: rounded.map(({ number, names, from, to, ratio, p }) => ({ number, areas: names, from, to, ratio, p })),
    };
    const first = rounded[0];
    const ratio = inWords(first?.ratio ?? 0, 1);
    return {
      n: data.reports.length,
      warnings: [
        { code: 'from_protected_counts' },
        { code: 'skewed_reporting' },
        ...(hidden > 0 ? [{ code: 'partly_withheld' as const }] : []),
      ],
      text: {
        nl: {
          what: first
            ? `Er zijn ${inWords(rounded.length).nl} groepen van gebieden die opvallen. De sterkste heeft ${ratio.nl} keer zoveel meldingen per inwoner als daarbuiten${first.from ? `, van ${first.from} tot en met ${first.to}` : ''}.`
            : 'Er is geen groep van gebieden die meer opvalt dan toeval, of zij mag niet worden getoond.',
          comparedWith: `Met ${inWords(replications).nl} kaarten waarop dezelfde meldingen bij toeval over de inwoners zijn verdeeld.`,
          howSure:
            'De kans op toeval houdt er rekening mee dat we naar alle cirkels tegelijk kijken. De grens van een groep is onzeker: een gebied aan de rand kan er net wel of net niet bij horen.',
          notToConclude: `Een cirkel zegt niet dat elk gebied erin veel meldingen heeft. ${NEVER.nl}`,
        },
        en: {
          what: first
            ? `${inWords(rounded.length).en} groups of areas stand out. The strongest has ${ratio.en} times as many reports per inhabitant as outside${first.from ? `, from ${first.from} until ${first.to}` : ''}.`
            : 'No group of areas stands out more than chance gives, or it may not be shown.',
          comparedWith: `With ${inWords(replications).en} maps on which the same reports are dealt over the inhabitants by chance.`,
          howSure:
            'The chance allows for looking at all circles at once. The border of a group is uncertain: an area on the edge may just belong or just not.',
          notToConclude: `A circle does not say that each area in it has many reports. ${NEVER.en}`,
        },
      },
      picture: {
        kind: 'clusters',
        level: data.areaLevel,
        clusters: rounded.map(({ number, areaCodes, from, to, ratio: shownRatio, p }) => ({
          number,
          areaCodes,
          from,
          to,
          ratio: shownRatio,
          p,
        })),
      },
      tables: [table],
    };
  },
});

const isUsable = ({ reports, periods, hasMap, x }: Data): boolean =>
  hasMap && reports.length >= FEWEST_AREAS && periods.length > 0 && x.length === reports.length;

function designOf({ x, y, cases, periods, population, asRates }: Data, { largestShare }: Params) {
  const people = asRates ? population : population.map(() => 1);
  return designScan(
    { x, y, cases, periods: periods.length, population: people },
    { model: 'poisson', maxPopulationShare: largestShare },
  );
}
