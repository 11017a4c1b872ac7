import type { RunEndCode, RunTable, RunWarning } from '@datalab/domain';
import type { OutcomeGate, Presentation } from '../method.js';
import type { EpidemicData, EpidemicOutcome, Estimate } from './hhh4.outcome.js';
import { inWords, NEVER, percent } from './words-of.js';

const NOTHING: Estimate = { estimate: Number.NaN, low: Number.NaN, high: Number.NaN };
const TITLES = {
  own: { nl: 'Een melding in hetzelfde gebied', en: 'A report in the same area' },
  beside: { nl: 'Een melding in een buurgebied', en: 'A report in a neighbouring area' },
  growth: { nl: 'Alles samen, hier en in de buurt', en: 'All together, here and around' },
};

/** The parts of the expected reports and what one report goes with, as a model through the gate. */
export function presentEpidemic(
  outcome: EpidemicOutcome | RunEndCode,
  data: EpidemicData,
  gate: OutcomeGate,
): Presentation {
  if (typeof outcome === 'string') return { refused: outcome };
  const bounds = ({ estimate, low, high }: Estimate) => ({ estimate, low, high, p: null });
  const alone = (estimate: number) => ({ estimate, low: null, high: null, p: null });
  const model = gate.model({
    estimates: [
      { name: 'own', ...bounds(outcome.own) },
      { name: 'beside', ...bounds(outcome.beside ?? NOTHING) },
      { name: 'growth', ...alone(outcome.growth) },
      { name: 'share-endemic', ...alone(outcome.shares.endemic) },
      { name: 'share-own', ...alone(outcome.shares.own) },
      { name: 'share-beside', ...alone(outcome.shares.beside) },
    ],
    n: outcome.observations,
    residualDegreesOfFreedom: outcome.observations - outcome.parameters,
    unitsPerLevel: [],
  });
  if ('refused' in model) return model;
  const shown = (name: string) => model.estimates.get(name)!;
  const names = (['own', 'beside', 'growth'] as const).filter((name) => name !== 'beside' || outcome.beside !== null);
  const share = (name: string) => percent(gate.share(shown(name).estimate ?? Number.NaN) ?? 0);
  const [always, here, around] = ['share-endemic', 'share-own', 'share-beside'].map(share) as [Texts, Texts, Texts];
  const growth = inWords(shown('growth').estimate ?? Number.NaN, 2);
  const grows = (shown('growth').estimate ?? 0) >= 1;
  const warnings: RunWarning[] = [
    { code: 'from_protected_counts' },
    { code: 'skewed_reporting' },
    ...(outcome.converged ? [] : [{ code: 'not_converged' as const }]),
  ];
  return {
    n: data.areaCodes.length,
    warnings,
    text: {
      nl: {
        what: `Van de meldingen is ${always.nl}% er altijd, of komt met het seizoen. ${here.nl}% gaat samen met meldingen van de vorige periode in hetzelfde gebied${outcome.beside === null ? '' : `, en ${around.nl}% met meldingen in buurgebieden`}.`,
        comparedWith: 'Met wat te verwachten is als meldingen van de ene periode niets zeggen over de volgende.',
        howSure: `Op één melding volgen er in de volgende periode gemiddeld ${growth.nl}. ${grows ? 'Dat is één of meer: het model houdt niet vanzelf op, en past hier niet goed.' : 'Dat is minder dan één: het dooft vanzelf uit.'} In de tabel staan de grenzen met 95% zekerheid.`,
        notToConclude: `Het is geen bewijs dat de ene melding de andere veroorzaakt: een gedeelde oorzaak ziet er net zo uit. Het is ook geen verwachting voor een gebied. ${NEVER.nl}`,
      },
      en: {
        what: `Of the reports ${always.en}% is always there, or comes with the season. ${here.en}% goes with reports of the period before in the same area${outcome.beside === null ? '' : `, and ${around.en}% with reports in neighbouring areas`}.`,
        comparedWith: 'With what is expected when reports of one period say nothing of the next.',
        howSure: `On one report follow ${growth.en} on average in the next period. ${grows ? 'That is one or more: the model does not end by itself, and does not fit well here.' : 'That is less than one: it dies out of itself.'} The table has the bounds with 95% certainty.`,
        notToConclude: `It is no proof that one report causes another: a shared cause looks the same. Nor is it an expectation for an area. ${NEVER.en}`,
      },
    },
    picture: {
      kind: 'coefficients',
      scale: 'difference',
      rows: names.map((name) => ({ name, title: TITLES[name], ...shown(name) })),
    },
    tables: [partsTable(outcome, gate, shown), followTable(names, shown)],
  };
}

type Texts = { nl: string; en: string };
type Shown = (name: string) => { estimate: number | null; low: number | null; high: number | null };

function partsTable({ beside }: EpidemicOutcome, gate: OutcomeGate, shown: Shown): RunTable {
  const share = (name: string) => gate.share(shown(name).estimate ?? Number.NaN);
  return {
    key: 'parts',
    title: { nl: 'Waaruit de meldingen bestaan', en: 'What the reports are made of' },
    columns: [
      { key: 'part', title: { nl: 'Deel', en: 'Part' }, unit: null },
      { key: 'share', title: { nl: 'Deel van de meldingen', en: 'Share of the reports' }, unit: 'share' },
    ],
    rows: [
      { part: { nl: 'Altijd, met het seizoen', en: 'Always, with the season' }, share: share('share-endemic') },
      {
        part: { nl: 'Met de vorige periode hier', en: 'With the period before, here' },
        share: share('share-own'),
      },
      ...(beside === null
        ? []
        : [
            {
              part: { nl: 'Met de vorige periode in de buurt', en: 'With the period before, next door' },
              share: share('share-beside'),
            },
          ]),
    ],
  };
}

function followTable(names: readonly (keyof typeof TITLES)[], shown: Shown): RunTable {
  return {
    key: 'follows',
    title: {
      nl: 'Meldingen die in de volgende periode samengaan met één melding',
      en: 'Reports in the next period that go with one report',
    },
    columns: [
      { key: 'what', title: { nl: 'Samen met', en: 'With' }, unit: null },
      { key: 'estimate', title: { nl: 'Meldingen', en: 'Reports' }, unit: 'reports' },
      { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'reports' },
      { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'reports' },
    ],
    rows: names.map((name) => {
      const { estimate, low, high } = shown(name);
      return { what: TITLES[name], estimate, low, high };
    }),
  };
}
