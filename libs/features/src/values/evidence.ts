import {
  FIELD_WORDS,
  isSpecialField,
  ANALYSIS_KINDS,
  PURPOSE_WORDS,
  type AgreementDocument,
  type PublicValue,
  type Words,
} from '@datalab/domain';
import type { Manifest } from '../picture/manifest.js';
import type { BandedRisk, ShareBand } from './risk-report.js';
import type { ShownEvidence } from './shown-evidence.js';

/** What the platform knows of a lab's data and agreements, in bands and from protected figures alone. */
export interface EvidenceGround {
  sources: readonly { id: string; name: string; organisation: string }[];
  organisations: number;
  manifest: Manifest | undefined;
  /** Per dataset; the key `''` is all sources together. */
  risk: ReadonlyMap<string, BandedRisk>;
  shown: ShownEvidence | undefined;
  agreement: AgreementDocument | undefined;
  /** The method of an analysis, in words; undefined for the lab. */
  method: string | undefined;
}

export type Evidence = Readonly<Record<PublicValue, readonly Words[]>>;

const BAND_WORDS: Readonly<Record<ShareBand, Words>> = {
  none: { nl: 'geen', en: 'none' },
  under_1: { nl: 'minder dan 1 %', en: 'under 1 %' },
  '1_to_5': { nl: '1 tot 5 %', en: '1 to 5 %' },
  '5_to_20': { nl: '5 tot 20 %', en: '5 to 20 %' },
  '20_to_50': { nl: '20 tot 50 %', en: '20 to 50 %' },
  over_50: { nl: 'meer dan de helft', en: 'more than half' },
};
const GRAIN_WORDS = {
  month: { nl: 'maand', en: 'month' },
  quarter: { nl: 'kwartaal', en: 'quarter' },
  year: { nl: 'jaar', en: 'year' },
} as const;

const both = (nl: string, en: string): Words => ({ nl, en });
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The evidence beside each value. The same ground gives the same words, so that their digest says whether it moved. */
export function evidenceOf(ground: EvidenceGround): Evidence {
  return {
    privacy: privacy(ground),
    safety: safety(ground),
    autonomy: autonomy(ground),
    control_over_technology: control(ground),
    human_dignity: dignity(ground),
    justice: justice(ground),
    balance_of_power: power(ground),
  };
}

const NO_DATA = both('Er zijn nog geen gegevens om naar te kijken.', 'There are no data to look at yet.');
const NO_AGREEMENT = both('Er geldt nog geen overeenkomst.', 'No agreement is in force yet.');

function privacy({ sources, risk, agreement }: EvidenceGround): Words[] {
  const said = [...sources, { id: '', name: '', organisation: '' }].flatMap(({ id, name, organisation }) => {
    const report = risk.get(id);
    const finest = report?.grid[0];
    if (report === undefined || finest === undefined) return [];
    const who =
      id === ''
        ? both('Alle bronnen samen', 'All sources together')
        : both(`${name} (${organisation})`, `${name} (${organisation})`);
    const { advice } = report;
    return both(
      `${who.nl}: per ${finest.level} en ${GRAIN_WORDS[finest.grain].nl} staat ${BAND_WORDS[finest.unique].nl} er alleen voor. ` +
        (advice === null
          ? 'Ook per grootste gebied en jaar blijft dat meer dan 5 %.'
          : `Per ${advice.level} en ${GRAIN_WORDS[advice.grain].nl} is dat minder dan 5 %.`),
      `${who.en}: by ${finest.level} and ${GRAIN_WORDS[finest.grain].en}, ${BAND_WORDS[finest.unique].en} stand alone. ` +
        (advice === null
          ? 'By the largest area and year it is still more than 5 %.'
          : `By ${advice.level} and ${GRAIN_WORDS[advice.grain].en} it is under 5 %.`),
    );
  });
  const floors =
    agreement &&
    both(
      `Een cijfer is zichtbaar vanaf ${agreement.floors.lab.reports} meldingen (deelnemers) en ${agreement.floors.public.reports} (iedereen).`,
      `A figure is shown from ${agreement.floors.lab.reports} reports (participants) and ${agreement.floors.public.reports} (everybody).`,
    );
  return [...(said.length === 0 ? [NO_DATA] : said), floors ?? NO_AGREEMENT];
}

function safety({ manifest, sources }: EvidenceGround): Words[] {
  if (manifest === undefined) return [NO_DATA];
  return manifest.sources.map((source) => {
    const name = sources.find(({ id }) => id === source.datasetId)?.name ?? '–';
    const months = source.periods.filter(({ grain }) => grain === 'month');
    const years = [...new Set(source.periods.map(({ period }) => period.slice(0, 4)))].sort();
    const gaps = months.filter(({ delivered }) => delivered === 'none').length;
    const span = years.length === 0 ? '–' : `${years[0]}–${years.at(-1)}`;
    return both(
      `${name}: ${span}, ${source.categories.length} soorten overlast met een zichtbaar cijfer, ${gaps === 0 ? 'zonder gaten' : `${gaps} maanden niet aangeleverd`}.`,
      `${name}: ${span}, ${source.categories.length} categories with a shown figure, ${gaps === 0 ? 'no gaps' : `${gaps} months not delivered`}.`,
    );
  });
}

function autonomy({ agreement }: EvidenceGround): Words[] {
  if (agreement === undefined) return [NO_AGREEMENT];
  return [
    both(
      `Inwoners kunnen op de openbare pagina bezwaar maken of iets aanvullen; zij krijgen binnen ${agreement.answerDays} dagen antwoord.`,
      `Residents can object or add context on the public page; they are answered within ${agreement.answerDays} days.`,
    ),
    agreement.wayBackReceiverId === null
      ? both('Er is geen weg terug naar personen.', 'There is no way back to persons.')
      : both(
          'Er is een weg terug, alleen voor zorg: de inwoner hoort het als eerste.',
          'There is a way back, for care alone: the resident is told first.',
        ),
    agreement.links.length === 0
      ? both('Bronnen worden niet gekoppeld.', 'Sources are not linked.')
      : both(
          'Bronnen worden gekoppeld op een pseudoniem van het adres of de persoon.',
          'Sources are linked by a pseudonym of the address or the person.',
        ),
  ];
}

function control({ method, agreement }: EvidenceGround): Words[] {
  return [
    method === undefined
      ? both(
          'Alle cijfers komen uit vaste tabellen en methoden met een nummer; niemand kan vrij vragen stellen aan de gegevens.',
          'All figures come from fixed tables and numbered methods; nobody can query the data freely.',
        )
      : both(
          `Methode: ${method}. Dezelfde gegevens geven dezelfde uitkomst.`,
          `Method: ${method}. The same data give the same outcome.`,
        ),
    both(
      'Niets gaat naar buiten zonder twee toetsers van twee organisaties, of een staande vrijgave die zij gaven.',
      'Nothing leaves without two checkers of two organisations, or a standing release that they gave.',
    ),
    ...(agreement === undefined
      ? []
      : [
          both(
            `Toetsen duurt ten hoogste ${agreement.checkDays} dagen.`,
            `Checking takes at most ${agreement.checkDays} days.`,
          ),
        ]),
  ];
}

function dignity({ agreement }: EvidenceGround): Words[] {
  if (agreement === undefined) return [NO_AGREEMENT];
  const special = [...new Set(ANALYSIS_KINDS.flatMap((kind) => agreement.fields[kind]))].filter(isSpecialField);
  return [
    both(
      `Afgesproken doelen: ${agreement.purposes.map((purpose) => PURPOSE_WORDS[purpose].nl).join('; ')}.`,
      `Agreed purposes: ${agreement.purposes.map((purpose) => PURPOSE_WORDS[purpose].en).join('; ')}.`,
    ),
    special.length === 0
      ? both('Er worden geen bijzondere persoonsgegevens gebruikt.', 'No special-category data are used.')
      : both(
          `Bijzondere persoonsgegevens: ${special.map((field) => FIELD_WORDS[field].nl).join(', ')}; DPIA ${agreement.dpia?.reference ?? '–'}.`,
          `Special-category data: ${special.map((field) => FIELD_WORDS[field].en).join(', ')}; DPIA ${agreement.dpia?.reference ?? '–'}.`,
        ),
  ];
}

function justice({ shown, risk, sources }: EvidenceGround): Words[] {
  const name = (id: string) => sources.find((source) => source.id === id)?.name ?? '–';
  const skew = (shown?.sources ?? []).flatMap(({ datasetId, level, busiestFifth }) =>
    level === null || busiestFifth === null
      ? []
      : both(
          `${name(datasetId)}: een vijfde van de gebieden (${level}) heeft ${percent(busiestFifth)} van de zichtbare meldingen. Dat kan overlast zijn, en ook meldgedrag.`,
          `${name(datasetId)}: a fifth of the areas (${level}) has ${percent(busiestFifth)} of the shown reports. That may be nuisance, and also reporting.`,
        ),
  );
  const dominated = sources.flatMap(({ id }) => {
    const report = risk.get(id);
    if (report === undefined) return [];
    const { ofTwoLargestHouseholds: households, ofTwoLargestReporters: reporters } = report;
    return both(
      `${name(id)}: de twee adressen met de meeste meldingen hebben ${households === null ? 'een onbekend deel' : BAND_WORDS[households].nl}; de twee drukste melders ${reporters === null ? 'een onbekend deel' : BAND_WORDS[reporters].nl}.`,
      `${name(id)}: the two addresses with most reports have ${households === null ? 'an unknown share' : BAND_WORDS[households].en}; the two busiest reporters ${reporters === null ? 'an unknown share' : BAND_WORDS[reporters].en}.`,
    );
  });
  const said = [...skew, ...dominated];
  return said.length === 0 ? [NO_DATA] : said;
}

function power({ organisations, sources, shown }: EvidenceGround): Words[] {
  const owners = new Set(sources.map(({ organisation }) => organisation));
  const largest = [...(shown?.sources ?? [])].sort((a, b) => (b.ofAllReports ?? 0) - (a.ofAllReports ?? 0))[0];
  const name = sources.find(({ id }) => id === largest?.datasetId)?.name;
  return [
    both(
      `${organisations} organisaties doen mee; ${owners.size} daarvan ${owners.size === 1 ? 'brengt' : 'brengen'} gegevens in.`,
      `${organisations} organisations take part; ${owners.size} of them ${owners.size === 1 ? 'brings' : 'bring'} data.`,
    ),
    ...(largest?.ofAllReports == null || name === undefined
      ? []
      : [
          both(
            `${name} levert ${percent(largest.ofAllReports)} van de zichtbare meldingen.`,
            `${name} brings ${percent(largest.ofAllReports)} of the shown reports.`,
          ),
        ]),
    both(
      'Elke organisatie tekent zelf; een wijziging vraagt er twee, en een uitkomst wordt ook openbaar als zij niet welkom is.',
      'Each organisation signs for itself; a change takes two, and a result is published also when it is unwelcome.',
    ),
  ];
}
