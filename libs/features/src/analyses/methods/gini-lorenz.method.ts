import { concentration, topShare, unitsForShare, unitsInFraction } from '@datalab/analysis';
import type { RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { defineMethod, type OutcomeGate, type Presentation } from '../method.js';
import { keyWarnings } from './key-warnings.js';
import { inWords, NEVER, percent } from './words-of.js';

const params = z.strictObject({});

/**
 * Addresses by how many reports they have, from fine to coarse (lower bounds of the classes). The finest of which every class may be shown is used:
 * what is computed from it is then whole, and no class can be found by subtraction.
 */
const LADDERS = [
  [1, 2, 3, 5, 10, 20, 50],
  [1, 2, 5, 10, 20],
  [1, 2, 5, 10],
  [1, 2, 5],
  [1, 2],
] as const;

interface Data {
  /** Reports per address, ascending; of addresses with a key and at least one report. */
  counts: Int32Array;
  /** Per ladder, the exact cell of each class. */
  ladders: ExactGroup[][];
  /** Least share of rows with a key among the sources; null where none should have one. */
  keyCoverage: number | null;
  linked: boolean;
  sources: number;
}

interface Outcome {
  units: number;
  events: number;
  gini: number;
  topTenPercent: number;
  unitsWithHalf: number;
  unitsWithEighty: number;
}

/** How unevenly reports are spread over addresses: Lorenz curve, Gini, and how few hold half of them. Only addresses with a report count. */
export const giniLorenz = defineMethod<z.infer<typeof params>, Data, Outcome, Outcome>({
  name: 'gini-lorenz',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Concentratie bij adressen', en: 'Concentration at addresses' },
  explanation: {
    nl: 'We zetten alle adressen waarover gemeld is op een rij, van weinig naar veel meldingen. Daarna tellen we welk deel van de meldingen bij welk deel van de adressen hoort.',
    en: 'We put all addresses that were reported on in a row, from few to many reports. Then we count which share of the reports belongs to which share of the addresses.',
  },
  units: ['address'],
  params,
  use: ({ datasetIds }) => ({
    fields: ['occurred_on', 'category', 'area_code', 'household_key', 'household_role', 'address_kind'],
    linksBy: datasetIds.length > 1 ? 'household_key' : null,
  }),

  async read(rows) {
    const identity = rows.linked ? 'household' : 'dataset_id, household';
    const isKnown = 'concerns_household = 1 and household > 0';
    const counts = await rows.query<{ n: bigint | number }>(
      `select sum(n) as n from "rows" where ${isKnown} group by ${identity} order by 1`,
    );
    const ladders: ExactGroup[][] = [];
    for (const ladder of LADDERS) {
      const mine = `sum(n) over (partition by concerns_household, ${identity})`;
      const steps = ladder.map((from) => `when ${mine} >= ${from} then ${from}`).reverse();
      const cells = await rows.cells(['class'], { class: `case when ${isKnown} then case ${steps.join(' ')} end end` });
      ladders.push(cells.filter(({ group }) => group['class'] !== null));
    }
    const coverages = rows.sources.flatMap(({ keyCoverage }) => (keyCoverage === null ? [] : [keyCoverage]));
    return {
      counts: Int32Array.from(counts, ({ n }) => Number(n)),
      ladders,
      keyCoverage: coverages.length === 0 ? null : Math.min(...coverages),
      linked: rows.linked,
      sources: rows.sources.length,
    };
  },

  parts: () => 1,
  run: ({ counts }) => measure(counts),
  merge: ([outcome]) => outcome!,
  present: (_, data, __, gate) => present(data, gate),
});

function measure(counts: ArrayLike<number>): Outcome {
  const spread = concentration(counts);
  return {
    units: spread.units,
    events: spread.events,
    gini: spread.gini,
    topTenPercent: topShare(spread, unitsInFraction(spread, 0.1)).share,
    unitsWithHalf: unitsForShare(spread, 0.5) / spread.units,
    unitsWithEighty: unitsForShare(spread, 0.8) / spread.units,
  };
}

interface ShownClass {
  from: number;
  reports: number;
  households: number;
}

/** The finest ladder of which every class may be shown; undefined where not even two classes may. */
function shownClasses(ladders: readonly (readonly ExactGroup[])[], gate: OutcomeGate): ShownClass[] | undefined {
  for (const ladder of ladders) {
    const classes = ladder.map((exact) => ({ from: Number(exact.group['class']), cell: gate.cell(exact) }));
    const shown = classes.flatMap(({ from, cell }) =>
      cell.state === 'shown' && cell.households !== null
        ? [{ from, reports: cell.reports, households: cell.households }]
        : [],
    );
    if (shown.length === classes.length && shown.length > 1) return shown;
  }
  return undefined;
}

function present(data: Data, gate: OutcomeGate): Presentation {
  const classes = shownClasses(data.ladders, gate);
  if (classes === undefined) return { refused: 'too-few-to-show' };
  // Everything that is said is computed anew from these, as if every address of a class had the same number of reports.
  const spread = Float64Array.from(
    classes.flatMap(({ reports, households }) => new Array<number>(households).fill(reports / households)),
  );
  const { units, gini, topTenPercent, unitsWithHalf } = measure(spread);
  const { lorenzUnits, lorenzEvents } = concentration(spread);
  const edges = [
    0,
    ...classes.map((_, i) => classes.slice(0, i + 1).reduce((sum, { households }) => sum + households, 0)),
  ];
  const half = gate.share(unitsWithHalf)!;
  const top = gate.share(topTenPercent)!;
  const share = (value: number) => gate.share(value)!;
  const total = classes.reduce((sum, { reports }) => sum + reports, 0);
  const n = gate.count(units);
  const figure = typeof n === 'number' ? inWords(n) : { nl: String(n), en: String(n) };
  const table: RunTable = {
    key: 'classes',
    title: { nl: 'Adressen naar aantal meldingen', en: 'Addresses by number of reports' },
    columns: [
      { key: 'class', title: { nl: 'Meldingen per adres', en: 'Reports per address' }, unit: null },
      { key: 'addresses', title: { nl: 'Adressen', en: 'Addresses' }, unit: 'addresses' },
      { key: 'addressShare', title: { nl: 'Deel van de adressen', en: 'Share of addresses' }, unit: 'share' },
      { key: 'reportShare', title: { nl: 'Deel van de meldingen', en: 'Share of reports' }, unit: 'share' },
    ],
    rows: classes.map(({ from, reports, households }, i) => ({
      class: classOf(from, classes[i + 1]?.from),
      addresses: gate.count(households),
      addressShare: share(households / units),
      reportShare: share(reports / total),
    })),
  };
  return {
    n,
    warnings: warningsOf(data, units),
    text: {
      nl: {
        what: `De meldingen zijn ongelijk verdeeld: ${percent(half).nl}% van de adressen met een melding heeft samen de helft van alle meldingen. De 10% adressen met de meeste meldingen heeft ${percent(top).nl}% ervan. Het gaat om ongeveer ${figure.nl} adressen.`,
        comparedWith: `Als de meldingen gelijk verdeeld waren, zou 50% van de adressen de helft hebben. De maat voor ongelijkheid (Gini) is ${inWords(gini, 2).nl}: 0 is helemaal gelijk, 1 is alles bij één adres.`,
        howSure: `Dit is een telling en geen steekproef. De getallen zijn een beetje veranderd om mensen te beschermen. Meldingen zonder adres tellen niet mee.`,
        notToConclude: `Het zegt niet wie er woont, wiens schuld het is of wat er moet gebeuren. ${NEVER.nl}`,
      },
      en: {
        what: `Reports are spread unevenly: ${percent(half).en}% of the addresses with a report have half of all reports together. The 10% of addresses with most reports have ${percent(top).en}% of them. It is about some ${figure.en} addresses.`,
        comparedWith: `If reports were spread evenly, 50% of the addresses would have half of them. The measure of inequality (Gini) is ${inWords(gini, 2).en}: 0 is perfectly even, 1 is all at one address.`,
        howSure: `This is a count and not a sample. The numbers were changed a little to protect people. Reports without an address do not count.`,
        notToConclude: `It does not say who lives there, whose fault it is or what must be done. ${NEVER.en}`,
      },
    },
    picture: {
      kind: 'lorenz',
      points: edges.map((at) => ({
        units: at === 0 || at === units ? lorenzUnits[at]! : share(lorenzUnits[at]!),
        reports: at === 0 || at === units ? Math.round(lorenzEvents[at]!) : share(lorenzEvents[at]!),
      })),
      gini: Math.round(gini * 100) / 100,
    },
    tables: [table],
  };
}

const classOf = (from: number, next: number | undefined): string =>
  next === undefined ? `${from}+` : next === from + 1 ? String(from) : `${from}–${next - 1}`;

const FEWEST_UNITS = 30;

function warningsOf({ keyCoverage, linked, sources }: Data, units: number): RunWarning[] {
  return [
    { code: 'from_protected_counts' },
    ...(units < FEWEST_UNITS ? [{ code: 'small_n' as const }] : []),
    ...keyWarnings(keyCoverage, linked, sources),
  ];
}
