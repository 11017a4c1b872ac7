import type { ForecastContract, ForecastEvidence } from './forecast-contract.js';
import type { ForecastState } from './forecast-contract.state.js';

/** A title with a link, as the register wants lists of sources and assessments. */
export interface RegisterLink {
  readonly title: string;
  readonly link: string | null;
}

/** One entry of the Dutch Algoritmeregister, publication standard 1.0; the names of the fields are those of the standard. */
export interface AlgorithmRegisterEntry {
  readonly standard_version: '1.0';
  readonly lang: 'NLD';
  readonly source_id: string;
  readonly name: string;
  readonly organization: string;
  readonly description_short: string;
  readonly category: readonly string[];
  readonly status: 'In ontwikkeling' | 'In gebruik' | 'Buiten gebruik';
  readonly begin_date: string | null;
  readonly end_date: string | null;
  readonly contact_email: string;
  readonly url: string | null;
  readonly publication_category: 'Impactvolle algoritmes';
  readonly goal: string;
  readonly proportionality: string;
  readonly human_intervention: string;
  readonly risks: string;
  readonly lawful_basis: string;
  readonly impacttoetsen: string;
  readonly impacttoetsen_grouping: readonly RegisterLink[];
  readonly source_data: string;
  readonly source_data_grouping: readonly RegisterLink[];
  readonly methods_and_models: string;
  readonly provider: string | null;
  readonly publiccode: string | null;
  readonly tags: string;
}

/** What ran, and whose it is; texts that only people can give are given, everything else is filled in from the run. */
export interface RegisteredRun {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly contactEmail: string;
  readonly url: string | null;
  readonly publicCode: string | null;
  readonly lawfulBasis: string;
  readonly proportionality: string;
  readonly assessments: readonly RegisterLink[];
  readonly sources: readonly RegisterLink[];
  readonly contract: ForecastContract;
  readonly state: ForecastState;
  /** Undefined while it was never active. */
  readonly activeSince: string | undefined;
  /** As it may be known by everybody: rounded, with the gain over the baseline as it was before rounding. */
  readonly evidence: (Omit<ForecastEvidence, 'periods'> & { readonly gain: number }) | undefined;
  /** Names of the methods of which one is chosen per area, and the version of the code. */
  readonly methods: readonly string[];
  readonly version: string;
  readonly areas: number;
  readonly grain: string;
}

/** Most characters of the short description. */
const SHORT = 500;

const decimals = (value: number, digits: number) => value.toFixed(digits).replace('.', ',');
const plain = (value: number) => String(value).replace('.', ',');

const percent = (value: number) => `${plain(Math.round(1_000 * value) / 10)} %`;

function performance({ evidence, contract }: RegisteredRun): string {
  if (evidence === undefined) return 'Nog niet getoetst; daarom niet in gebruik.';
  const { testedOn, compared, modelScore, baselineScore, gain, coverage, amplification } = evidence;
  return (
    `Getoetst op ${testedOn} met gegevens die het model niet kende (${compared} vergelijkingen): ranked probability score ` +
    `${plain(modelScore)} tegen ${plain(baselineScore)} van de eenvoudige voorspelling (${contract.baseline}), ` +
    `${percent(Math.abs(gain))} ${gain >= 0 ? 'beter' : 'slechter'}. De 80 %-marges bevatten ${percent(coverage)} van de uitkomsten. ` +
    `Gesimuleerde versterking door extra aandacht: ${decimals(amplification, 2)} keer.`
  );
}

function statusOf(state: ForecastState): AlgorithmRegisterEntry['status'] {
  if (state === 'active') return 'In gebruik';
  return state === 'suspended' || state === 'ended' ? 'Buiten gebruik' : 'In ontwikkeling';
}

/** The entry of a forecast, made from its contract and what ran; nothing is claimed that was not measured. Dates are by month, as the standard wants. */
export function registerEntry(run: RegisteredRun): AlgorithmRegisterEntry {
  const { contract, state } = run;
  const description =
    `Verwacht aantal meldingen van overlast per gebied in de volgende periode, met een marge. Gaat over gebieden, nooit over personen ` +
    `of huishoudens. ${run.areas} gebieden, per ${run.grain}.`;
  return {
    standard_version: '1.0',
    lang: 'NLD',
    source_id: run.id,
    name: run.name,
    organization: run.organisation,
    description_short: description.slice(0, SHORT),
    category: ['Openbare orde en veiligheid'],
    status: statusOf(state),
    begin_date: run.activeSince?.slice(0, 7) ?? null,
    end_date: contract.stopsAfter.slice(0, 7),
    contact_email: run.contactEmail,
    url: run.url,
    publication_category: 'Impactvolle algoritmes',
    goal: contract.goal,
    proportionality: run.proportionality,
    human_intervention:
      'De voorspelling beslist niets. Medewerkers zien haar naast de eenvoudige voorspelling en met een marge, en wegen zelf. ' +
      'Waar het model niet beter is wordt de eenvoudige voorspelling getoond, en dat staat erbij.',
    risks:
      `Meer aandacht geeft meer meldingen, en die trekken weer aandacht. Het model wordt niet gebruikt als de gesimuleerde versterking ` +
      `groter is dan ${decimals(contract.mostAmplification, 2)} keer. Het stopt na ${contract.stopsAfter}, en eerder als het merkbaar slechter wordt.`,
    lawful_basis: run.lawfulBasis,
    impacttoetsen: run.assessments.map(({ title }) => title).join(', '),
    impacttoetsen_grouping: run.assessments,
    source_data: run.sources.map(({ title }) => title).join(', '),
    source_data_grouping: run.sources,
    methods_and_models: `Keuze per gebied, op grond van het verleden alleen, uit: ${run.methods.join(', ')}. Versie ${run.version}. ${performance(run)}`,
    provider: null,
    publiccode: run.publicCode,
    tags: 'overlast, voorspelling, gebied',
  };
}

/** Results that are public, of one lab. */
export interface RegisteredResults {
  readonly lab: { readonly key: string; readonly name: string; readonly question: string };
  /** A mailbox for questions; empty where none was said. */
  readonly contactEmail: string;
  readonly organisation: string;
  readonly lawfulBasis: string;
  readonly results: readonly {
    readonly method: { readonly name: string; readonly version: string; readonly label: string };
    readonly sources: readonly string[];
    readonly releasedAt: Date;
  }[];
}

/**
 * One entry per way of computing behind results that describe or explain; a forecast has an entry of its own (`registerEntry`). Begins in the month of
 * its first result. Results come in any order.
 */
export function registerOfReleases({
  lab,
  contactEmail,
  organisation,
  lawfulBasis,
  results,
}: RegisteredResults): AlgorithmRegisterEntry[] {
  const byMethod = Map.groupBy(results, ({ method }) => `${method.name} ${method.version}`);
  return [...byMethod]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([methodName, made]) => {
      const first = made.map(({ releasedAt }) => releasedAt.toISOString().slice(0, 7)).sort()[0]!;
      const sources = [...new Set(made.flatMap((result) => result.sources))].sort();
      return {
        standard_version: '1.0',
        lang: 'NLD',
        source_id: `${lab.key}-${methodName.replaceAll(' ', '-')}`,
        name: `${lab.name}: ${methodName}`,
        organization: organisation,
        description_short: `Beschermde aantallen over gebieden, voor de vraag: ${lab.question}`.slice(0, SHORT),
        category: ['Openbare orde en veiligheid'],
        status: 'In gebruik',
        begin_date: first,
        end_date: null,
        contact_email: contactEmail,
        url: `/public/labs/${lab.key}`,
        publication_category: 'Impactvolle algoritmes',
        goal: lab.question,
        proportionality:
          'Er worden geen namen, adressen of vrije teksten verwerkt. Alleen aantallen per gebied en periode verlaten het platform, ' +
          'na bescherming en na controle door twee organisaties.',
        human_intervention:
          'Het rekenen beslist niets. Twee mensen van verschillende organisaties beoordelen wat wordt uitgegeven; mensen duiden het.',
        risks:
          'Meldingen zijn geen overlast: waar meer wordt gemeld is niet vanzelf meer overlast. Bij elk resultaat staat wat er niet uit mag worden geconcludeerd.',
        lawful_basis: lawfulBasis,
        impacttoetsen: '',
        impacttoetsen_grouping: [],
        source_data: sources.join(', '),
        source_data_grouping: sources.map((title) => ({ title, link: null })),
        methods_and_models: `${methodName}, een ${made[0]!.method.label}.`,
        provider: null,
        publiccode: null,
        tags: 'overlast, gebied',
      };
    });
}
