import type { RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { defineMethod, type Presentation } from '../method.js';
import { keyWarnings } from './key-warnings.js';
import { readPatterns, type Patterns } from './party-patterns.js';
import { inWords, NEVER, percent } from './words-of.js';

const params = z.strictObject({});

interface Data extends Patterns {
  /** Exact cells of the addresses by how many organisations know them, from one up. */
  byNumber: ExactGroup[];
}

/** Over how many organisations the known addresses are spread, and their share of the reports: what no organisation sees alone. */
export const knownToNMethod = defineMethod<z.infer<typeof params>, Data, null, null>({
  name: 'known-to-n',
  version: 2,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Bij hoeveel organisaties bekend', en: 'Known to how many organisations' },
  explanation: {
    nl: 'We leggen de adressen van de organisaties naast elkaar, zonder te zien welke adressen het zijn. We tellen hoeveel adressen bij één, twee of meer organisaties bekend zijn, en welk deel van de meldingen daarbij hoort.',
    en: 'We lay the addresses of the organisations side by side, without seeing which addresses they are. We count how many addresses are known to one, two or more organisations, and which share of the reports is theirs.',
  },
  units: ['address'],
  params,
  use: () => ({
    fields: ['occurred_on', 'category', 'area_code', 'household_key', 'household_role', 'address_kind'],
    linksBy: 'household_key',
  }),
  async read(rows) {
    const patterns = await readPatterns(rows);
    const byNumber = await rows.cells(['parties'], { parties: `bit_count(${patterns.sql})` });
    return { ...patterns, byNumber: byNumber.filter(({ group }) => Number(group['parties']) > 0) };
  },
  parts: () => 1,
  run: () => null,
  merge: () => null,
  present(_, data, __, gate): Presentation {
    const { names, linked } = data;
    if (names.length < 2 || !linked) return { refused: 'nothing-to-lay-beside' };
    const found = new Map(data.byNumber.map((exact) => [Number(exact.group['parties']), gate.cell(exact)]));
    const cells = names.map((_name, i) => found.get(i + 1));
    const seen = cells.flatMap((cell) => (cell?.state === 'shown' && cell.households !== null ? [cell] : []));
    // Shares are of all together, so one number that is not shown would follow from the others.
    const isWhole =
      seen.length > 0 && cells.every((cell) => cell === undefined || cell.state === 'shown' || cell.state === 'zero');
    if (seen.length === 0) return { refused: 'too-few-to-show' };
    const households = seen.reduce((sum, cell) => sum + (cell.households ?? 0), 0);
    const reports = seen.reduce((sum, cell) => sum + cell.reports, 0);
    const share = (part: number, whole: number) => (isWhole && whole > 0 ? gate.share(part / whole) : null);
    const bounds = names.map((_name, i) => {
      const exact = data.byNumber.find(({ group }) => Number(group['parties']) === i + 1);
      return exact === undefined ? NOTHING : gate.bounds(exact);
    });
    const margins = (i: number) => (isWhole ? marginOf(i, bounds) : { reportShareFrom: null, reportShareTo: null });
    const rows = cells.map((cell, i) =>
      cell === undefined || cell.state === 'zero'
        ? {
            organisations: i + 1,
            addresses: 0,
            reports: 0,
            addressShare: isWhole ? 0 : null,
            reportShare: isWhole ? 0 : null,
            reportShareFrom: isWhole ? 0 : null,
            reportShareTo: isWhole ? 0 : null,
          }
        : cell.state !== 'shown'
          ? {
              organisations: i + 1,
              addresses: { withheld: true as const },
              reports: { withheld: true as const },
              addressShare: null,
              reportShare: null,
              reportShareFrom: null,
              reportShareTo: null,
            }
          : {
              organisations: i + 1,
              addresses: gate.count(cell.households ?? 0) ?? { withheld: true as const },
              reports: cell.reports,
              addressShare: share(cell.households ?? 0, households),
              reportShare: share(cell.reports, reports),
              ...margins(i),
            },
    );
    const table: RunTable = {
      key: 'known-to',
      title: { nl: 'Adressen naar aantal organisaties', en: 'Addresses by number of organisations' },
      columns: [
        { key: 'organisations', title: { nl: 'Bekend bij', en: 'Known to' }, unit: 'organisations' },
        { key: 'addresses', title: { nl: 'Adressen', en: 'Addresses' }, unit: 'addresses' },
        { key: 'reports', title: { nl: 'Meldingen', en: 'Reports' }, unit: 'reports' },
        { key: 'addressShare', title: { nl: 'Deel van de adressen', en: 'Share of addresses' }, unit: 'share' },
        { key: 'reportShare', title: { nl: 'Deel van de meldingen', en: 'Share of reports' }, unit: 'share' },
        { key: 'reportShareFrom', title: { nl: 'Van', en: 'From' }, unit: 'share' },
        { key: 'reportShareTo', title: { nl: 'Tot', en: 'To' }, unit: 'share' },
      ],
      rows,
    };
    const all = rows.at(-1)!;
    const warnings: RunWarning[] = [
      { code: 'from_protected_counts' },
      ...(isWhole ? [] : [{ code: 'partly_withheld' as const }]),
      ...keyWarnings(data.keyCoverage, linked, names.length),
    ];
    const several = rows.slice(1).reduce((sum, row) => sum + (row.reportShare ?? 0), 0);
    return {
      n: gate.count(households),
      warnings,
      text: {
        nl: {
          what: isWhole
            ? `Adressen die bij meer dan één organisatie bekend zijn, hebben samen ${percent(several).nl}% van de meldingen. Adressen die bij alle ${names.length} bekend zijn: ${percent(all.addressShare ?? 0).nl}% van de adressen, ${percent(all.reportShare ?? 0).nl}% van de meldingen.`
            : 'Een deel van de adressen is bij meer dan één organisatie bekend. Niet elk aantal mag worden getoond.',
          comparedWith: 'Met alle adressen die minstens één organisatie kent.',
          howSure:
            'Dit is een telling. De aantallen meldingen zijn een beetje veranderd om mensen te beschermen; waar weinig adressen veel meldingen hebben, scheelt dat meer. In de tabel staat tussen welke grenzen het deel van de meldingen ligt. Een adres zonder sleutel kan niet naast andere worden gelegd; daardoor is de overlap eerder te klein dan te groot.',
          notToConclude: `Bekend zijn bij veel organisaties zegt niet dat iemand veel overlast geeft: wie veel hulp krijgt, is ook bij veel organisaties bekend. ${NEVER.nl}`,
        },
        en: {
          what: isWhole
            ? `Addresses known to more than one organisation together have ${percent(several).en}% of the reports. Addresses known to all ${names.length}: ${percent(all.addressShare ?? 0).en}% of the addresses, ${percent(all.reportShare ?? 0).en}% of the reports.`
            : 'Part of the addresses is known to more than one organisation. Not every number may be shown.',
          comparedWith: 'With all addresses that at least one organisation knows.',
          howSure:
            'This is a count. The numbers of reports were changed a little to protect people; where few addresses have many reports that makes more of a difference. The table says between which bounds the share of the reports lies. An address without a key cannot be laid beside others; so the overlap is too small rather than too large.',
          notToConclude: `Being known to many organisations does not mean causing much nuisance: who gets much help is known to many as well. ${NEVER.en}`,
        },
      },
      picture: {
        kind: 'overlap',
        sets: names.map((title, i) => ({ key: String(i), title, units: null })),
        parts: data.byPattern.map((exact) => {
          const cell = gate.cell(exact);
          const pattern = Number(exact.group['pattern']);
          const isShown = cell.state === 'shown' && cell.households !== null;
          return {
            sets: names.flatMap((_name, i) => (pattern & (1 << i) ? [String(i)] : [])),
            units: isShown ? gate.count(cell.households!) : null,
          };
        }),
      },
      tables: [table, coverageTable(data)],
    };
  },
});

const NOTHING = { low: 0, high: 0 };
/** Bounds are given outward in steps of so much: what they are exactly would say how large the largest addresses are. */
const STEP = 0.05;

/**
 * Between which bounds the share of the reports lies that these addresses have, whatever the noise was: of few addresses with many reports
 * the noise is large, and a share of one per cent sharp would pretend to know more than was given.
 */
function marginOf(
  i: number,
  bounds: readonly ({ low: number; high: number } | null)[],
): { reportShareFrom: number | null; reportShareTo: number | null } {
  const own = bounds[i];
  const others = bounds.filter((_, j) => j !== i);
  if (own == null || others.some((one) => one === null)) return { reportShareFrom: null, reportShareTo: null };
  const sum = (of: 'low' | 'high') => others.reduce((total, one) => total + one![of], 0);
  const from = own.low / Math.max(1, own.low + sum('high'));
  const to = own.high / Math.max(1, own.high + sum('low'));
  const round = (share: number) => Math.round(share * 100) / 100;
  return {
    reportShareFrom: round(Math.floor(from / STEP) * STEP),
    reportShareTo: round(Math.min(1, Math.ceil(to / STEP) * STEP)),
  };
}

/** Beside every overlap: how well each source can be laid beside the others. */
function coverageTable({ sources }: Patterns): RunTable {
  return {
    key: 'coverage',
    title: { nl: 'Meldingen met een adressleutel', en: 'Reports with an address key' },
    columns: [
      { key: 'source', title: { nl: 'Bron', en: 'Source' }, unit: null },
      { key: 'coverage', title: { nl: 'Deel met sleutel', en: 'Share with a key' }, unit: 'share' },
    ],
    rows: sources.map(({ name, keyCoverage }) => ({
      source: name,
      coverage: keyCoverage === null ? null : Number(inWords(keyCoverage, 2).en),
    })),
  };
}
