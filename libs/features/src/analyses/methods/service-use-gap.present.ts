import { fisherExact, riskComparison, type LogRatio } from '@datalab/analysis';
import { categoryWords, type RunTable, type RunWarning } from '@datalab/domain';
import type { OutcomeGate, Presentation, ShownEstimate } from '../method.js';
import { keyWarnings } from './key-warnings.js';
import type { ServiceUseGapData, ServiceUseGapParams } from './service-use-gap.data.js';
import { addressesOf } from './use-strata.js';
import { bandInWords, inWords, NEVER, percent } from './words-of.js';

const WITHHELD = { withheld: true } as const;
const PROVISIONS: Readonly<Record<string, { nl: string; en: string }>> = {
  WMO: { nl: 'Wmo-ondersteuning', en: 'Wmo support' },
  JEUGD: { nl: 'jeugdhulp', en: 'youth care' },
  SCHULD: { nl: 'schuldhulp', en: 'debt support' },
  PARTICIPATIE: { nl: 'een participatie-uitkering', en: 'a participation benefit' },
};

/** The shares of use and their ratio, from protected counts; the ratio among comparable addresses as a model. Refused where a cell may not be shown. */
export function presentServiceUseGap(
  adjusted: LogRatio,
  data: ServiceUseGapData,
  { category, provisions, comparable }: ServiceUseGapParams,
  gate: OutcomeGate,
): Presentation {
  if (data.useSources === 0 || data.sources === 0 || !data.linked) return { refused: 'no-provision-use' };
  const { groupUses, groupNot, othersUse, othersNot } = data.cells;
  // A nought would say of a whole group that all or none of it has support, so it is as little said as a small number.
  const counts = [groupUses, groupNot, othersUse, othersNot].map((exact) => {
    const cell = gate.cell(exact);
    return cell.state === 'shown' ? cell.households : null;
  });
  if (counts.some((count) => count === null)) return { refused: 'too-few-to-show' };
  const [a, b, c, d] = counts as [number, number, number, number];
  const crude = riskComparison({ exposedCases: a, exposedNoncases: b, unexposedCases: c, unexposedNoncases: d });
  const { p } = fisherExact(a, b, c, d);
  const hasStrata = Number.isFinite(adjusted.low) && Number.isFinite(adjusted.high);
  const model = gate.model({
    estimates: [
      { name: 'crude', estimate: crude.ratio.estimate, low: crude.ratio.low, high: crude.ratio.high, p },
      ...(hasStrata ? [{ name: 'alike', ...boundsOf(adjusted), p: null }] : []),
    ],
    n: a + b + c + d,
    residualDegreesOfFreedom: a + b + c + d - 2,
    unitsPerLevel: [a + b, c + d, ...(hasStrata ? data.strata.map(addressesOf) : [])],
  });
  if ('refused' in model) return model;
  const ratio = model.estimates.get('crude')!;
  const alike = model.estimates.get('alike');
  const shares = [crude.exposed, crude.unexposed].map((share) => gate.share(share) ?? 0) as [number, number];
  const titles = {
    crude: { nl: 'Alle adressen samen', en: 'All addresses together' },
    alike:
      comparable === 'area'
        ? { nl: 'Binnen hetzelfde gebied', en: 'Within the same area' }
        : { nl: 'Bij evenveel organisaties bekend', en: 'Known to as many organisations' },
  };
  const rows = (['crude', 'alike'] as const).flatMap((name) => {
    const estimate = model.estimates.get(name);
    return estimate === undefined ? [] : [{ name, title: titles[name], ...estimate }];
  });
  const warnings: RunWarning[] = [
    { code: 'from_protected_counts' },
    { code: 'skewed_reporting' },
    ...(data.isWhole ? [] : [{ code: 'gaps' as const }]),
    ...keyWarnings(data.keyCoverage, data.linked, data.sources),
  ];
  return {
    n: gate.count(a + b + c + d),
    warnings,
    text: textOf({ ratio, alike, shares, titles, category, provisions }),
    picture: { kind: 'coefficients', scale: 'ratio', rows },
    tables: [useTable([a, b, c, d], shares, gate), ratioTable(rows), unlinkedTable(data, gate)],
  };
}

const boundsOf = ({ estimate, low, high }: LogRatio) => ({ estimate, low, high });

interface ToSay {
  ratio: ShownEstimate;
  alike: ShownEstimate | undefined;
  shares: readonly [number, number];
  titles: { alike: { nl: string; en: string } };
  category: string;
  provisions: readonly string[];
}

function textOf({ ratio, alike, shares, titles, category, provisions }: ToSay) {
  const named = (language: 'nl' | 'en') =>
    provisions.map((code) => PROVISIONS[code]?.[language] ?? `“${code}”`).join(language === 'nl' ? ' of ' : ' or ');
  const kind = categoryWords(category);
  const group = { nl: `meldingen “${kind.nl}”`, en: `reports “${kind.en}”` };
  const [inGroup, outside] = shares.map((share) => percent(share)) as [Texts, Texts];
  const isClear = ratio.low !== null && ratio.high !== null && (ratio.low > 1 || ratio.high < 1);
  const times = inWords(ratio.estimate ?? Number.NaN, 2);
  const within = alike === undefined ? undefined : inWords(alike.estimate ?? Number.NaN, 2);
  const bounds = (language: 'nl' | 'en') =>
    [ratio.low, ratio.high]
      .map((bound) => inWords(bound ?? Number.NaN, 2)[language])
      .join(language === 'nl' ? ' en ' : ' and ');
  return {
    nl: {
      what: isClear
        ? `Van de adressen met ${group.nl} gebruikt ${inGroup.nl}% ${named('nl')}, van de andere gemelde adressen ${outside.nl}%. Dat is ${times.nl} keer zo vaak.`
        : `Het gebruik van ${named('nl')} verschilt niet duidelijk: ${inGroup.nl}% van de adressen met ${group.nl} en ${outside.nl}% van de andere gemelde adressen.`,
      comparedWith: `Met adressen waarover ook meldingen zijn, maar niet over “${kind.nl}”.${within === undefined ? '' : ` ${titles.alike.nl} is de verhouding ${within.nl}.`}`,
      howSure: `De verhouding ligt met 95% zekerheid tussen ${bounds('nl')}. De kans op toeval: ${bandInWords(ratio.p).nl}. Meldingen zonder adressleutel tellen niet mee; in de tabel staat hoeveel dat er zijn.`,
      notToConclude: `Of iemand ondersteuning nodig heeft, staat niet in deze gegevens. Minder gebruik zegt niet waarom: misschien is er niet gevraagd, geweigerd of andere hulp gegeven. ${NEVER.nl}`,
    },
    en: {
      what: isClear
        ? `Of the addresses with ${group.en} ${inGroup.en}% uses ${named('en')}, of the other reported addresses ${outside.en}%. That is ${times.en} times as often.`
        : `The use of ${named('en')} does not clearly differ: ${inGroup.en}% of the addresses with ${group.en} and ${outside.en}% of the other reported addresses.`,
      comparedWith: `With addresses that have reports as well, but not about “${kind.en}”.${within === undefined ? '' : ` ${titles.alike.en} the ratio is ${within.en}.`}`,
      howSure: `The ratio lies between ${bounds('en')} with 95% certainty. The probability of chance: ${bandInWords(ratio.p).en}. Reports without an address key do not count; the table says how many there are.`,
      notToConclude: `Whether somebody needs support is not in these data. Less use does not say why: perhaps it was not asked for, refused, or other help was given. ${NEVER.en}`,
    },
  };
}

type Texts = { nl: string; en: string };

const IN_GROUP: Texts = { nl: 'Adressen in de groep', en: 'Addresses in the group' };
const OTHERS: Texts = { nl: 'Andere gemelde adressen', en: 'Other reported addresses' };

function useTable(
  [a, b, c, d]: [number, number, number, number],
  shares: readonly [number, number],
  gate: OutcomeGate,
): RunTable {
  return {
    key: 'use',
    title: { nl: 'Gebruik van de voorziening', en: 'Use of the provision' },
    columns: [
      { key: 'group', title: { nl: 'Adressen', en: 'Addresses' }, unit: null },
      { key: 'addresses', title: { nl: 'Aantal', en: 'Number' }, unit: 'addresses' },
      {
        key: 'share',
        title: { nl: 'Deel dat de voorziening gebruikt', en: 'Share that uses the provision' },
        unit: 'share',
      },
    ],
    rows: [
      { group: IN_GROUP, addresses: gate.count(a + b) ?? WITHHELD, share: shares[0] },
      { group: OTHERS, addresses: gate.count(c + d) ?? WITHHELD, share: shares[1] },
    ],
  };
}

function ratioTable(rows: readonly ({ title: Texts } & ShownEstimate)[]): RunTable {
  return {
    key: 'ratios',
    title: { nl: 'Gebruik in de groep, gedeeld door gebruik daarbuiten', en: 'Use in the group over use outside it' },
    columns: [
      { key: 'what', title: { nl: 'Vergeleken', en: 'Compared' }, unit: null },
      { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
      { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'ratio' },
      { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'ratio' },
      { key: 'p', title: { nl: 'Kans op toeval (p)', en: 'Chance (p)' }, unit: 'p' },
    ],
    rows: rows.map(({ title, estimate, low, high, p }) => ({ what: title, ratio: estimate, low, high, p })),
  };
}

/** Unlinked is not "no support": how many reports could not be looked up stands beside every outcome. */
function unlinkedTable({ unlinked }: ServiceUseGapData, gate: OutcomeGate): RunTable {
  const reports = (exact: ServiceUseGapData['unlinked']['group']) => {
    const cell = gate.cell(exact);
    return cell.state === 'shown' ? cell.reports : cell.state === 'zero' ? 0 : WITHHELD;
  };
  return {
    key: 'unlinked',
    title: { nl: 'Niet opgezocht: meldingen zonder adressleutel', en: 'Not looked up: reports without an address key' },
    columns: [
      { key: 'group', title: { nl: 'Meldingen', en: 'Reports' }, unit: null },
      { key: 'reports', title: { nl: 'Zonder sleutel', en: 'Without a key' }, unit: 'reports' },
    ],
    rows: [
      { group: { nl: 'Van deze soort', en: 'Of this kind' }, reports: reports(unlinked.group) },
      { group: { nl: 'Andere meldingen', en: 'Other reports' }, reports: reports(unlinked.others) },
    ],
  };
}
