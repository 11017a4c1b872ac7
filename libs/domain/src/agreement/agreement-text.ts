import { ANALYSIS_KINDS } from '../analysis-kind.js';
import { FIELD_WORDS, isSpecialField } from './agreed-field.js';
import type { AgreementDocument } from './agreement-document.js';
import { KIND_WORDS, LEGAL_BASIS_WORDS, RECIPIENT_WORDS, SPECIAL_BASIS_WORDS } from './agreement-words.js';
import { articleOf, CLAUSE_TITLES, CLAUSES, type Clause } from './clause.js';
import { FIXED_ARTICLES } from './fixed-articles.js';
import { PURPOSE_WORDS } from './purpose.js';

/** One article of the text that is signed. */
export interface AgreementArticle {
  readonly clause: Clause;
  readonly number: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/**
 * The whole text of an agreement, in Dutch: the same document gives the same text, letter for letter, and two documents that allow
 * something else give another text. What is shown, printed, hashed and signed is this.
 */
export function agreementText(document: AgreementDocument): AgreementArticle[] {
  return CLAUSES.map((clause) => ({
    clause,
    number: articleOf(clause),
    title: CLAUSE_TITLES[clause].nl,
    paragraphs: FIXED_ARTICLES[clause] ?? CHOSEN_ARTICLES[clause]?.(document) ?? [],
  }));
}

/** The text as one string, for its hash: the lab, the version, then every article with its paragraphs, a line each. */
export function signedText(document: AgreementDocument, version: number): string {
  const lines = agreementText(document).flatMap(({ number, title, paragraphs }) => [
    `Artikel ${number}. ${title}`,
    ...paragraphs.map((paragraph, index) => `${number}.${index + 1} ${oneLine(paragraph)}`),
  ]);
  return [`Overeenkomst over het delen van gegevens – ${oneLine(document.labName)} – versie ${version}`, ...lines].join(
    '\n',
  );
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const amount = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const CHOSEN_ARTICLES: Readonly<Partial<Record<Clause, (document: AgreementDocument) => string[]>>> = {
  parties: ({ parties, background }) => [
    `Partijen zijn: ${parties.map(({ name }) => name).join('; ')}. Zij bepalen samen doel en middelen van de verwerking in dit lab en zijn daarvoor gezamenlijk verantwoordelijk (artikel 26 AVG).`,
    ...(background.trim() === '' ? [] : [`Aanleiding: ${background.trim()}`]),
  ],
  purpose: ({ purposes }) => [
    'De gegevens worden alleen gebruikt voor:',
    ...purposes.map((purpose) => PURPOSE_WORDS[purpose].nl),
    'Een ander doel vraagt een nieuwe versie van deze overeenkomst.',
  ],
  legal_basis: ({ parties }) =>
    parties.map(
      ({ name, basis, law, specialBasis }) =>
        `${name} verwerkt op grond van ${LEGAL_BASIS_WORDS[basis]}: ${law.trim()}. ` +
        (specialBasis === null
          ? 'Deze partij levert geen bijzondere persoonsgegevens.'
          : `Voor bijzondere persoonsgegevens berust zij op ${SPECIAL_BASIS_WORDS[specialBasis]}.`),
    ),
  fields: ({ fields }) => [
    ...ANALYSIS_KINDS.map((kind) => {
      const named = fields[kind].map((field) => FIELD_WORDS[field].nl + (isSpecialField(field) ? ' (bijzonder)' : ''));
      return `${KIND_WORDS[kind]}: ${named.length === 0 ? 'geen gegevens; deze soort analyse is niet toegestaan' : named.join(', ')}.`;
    }),
    'Wat hier niet staat, wordt in die soort analyse niet gebruikt: de verwerking wordt dan geweigerd.',
  ],
  links: ({ links }) =>
    links.length === 0
      ? ['Gegevens van verschillende partijen worden niet gekoppeld.']
      : [
          ...links.map(
            ({ by, datasets }) =>
              `Op ${FIELD_WORDS[by].nl} worden gekoppeld: ${datasets.map(({ name, organisation, id }) => `${name} van ${organisation} (${id})`).join('; ')}.`,
          ),
          'Koppelen gebeurt alleen in het platform, met getallen die buiten één momentopname niets betekenen, en pas als deze stap is afgerond.',
        ],
  thresholds: ({ floors }) => [
    `Een cijfer is voor deelnemers pas zichtbaar bij ten minste ${floors.lab.reports} meldingen van ten minste ${floors.lab.households} huishoudens.`,
    `Een cijfer is voor iedereen pas zichtbaar bij ten minste ${floors.public.reports} meldingen van ten minste ${floors.public.households} huishoudens.`,
    'De overige regels van het platform (overheersing, ruis, afronding, toetsing tegen eerdere uitkomsten) gelden altijd.',
  ],
  retention: ({ retentionMonths }) => [
    `Het lab werkt met een melding ten hoogste ${amount(retentionMonths, 'maand', 'maanden')}. Een kortere bewaartermijn van een partij voor haar eigen levering gaat voor.`,
  ],
  recipients: ({ recipients }) => [
    'Vrijgegeven uitkomsten gaan alleen naar:',
    ...recipients.map((recipient) => RECIPIENT_WORDS[recipient]),
    'Losse meldingen, sleutels en niet-getoetste uitkomsten gaan naar niemand.',
  ],
  way_back: ({ wayBackReceiverId, parties }) => {
    const receiver = parties.find(({ organisationId }) => organisationId === wayBackReceiverId);
    if (receiver === undefined) return ['Er is geen weg terug: niets in dit lab leidt naar een persoon of adres.'];
    return [
      `Alleen ${receiver.name} kan vragen welke van haar eigen meldingen horen bij adressen die uit een uitkomst volgen, om zorg aan te bieden.`,
      'Elk verzoek wordt vooraf goedgekeurd door de privacy officer van elke partij waarvan kennis wordt onthuld, en gaat over ten minste vijf adressen tegelijk, zonder namen of aantallen van anderen.',
      'De zaak gaat naar het bestaande casusoverleg, de inwoner hoort het als eerste, en de lijst vervalt na 30 dagen.',
    ];
  },
  terms: ({ embargoDays, answerDays, checkDays }) => [
    embargoDays === 0
      ? 'Uitkomsten voor iedereen worden zonder uitstel openbaar.'
      : `Partijen zien een uitkomst ten hoogste ${amount(embargoDays, 'dag', 'dagen')} eerder dan het publiek.`,
    'Een uitkomst wordt ook openbaar als zij een partij niet welkom is.',
    `Een bezwaar of aanvulling van een inwoner wordt binnen ${amount(answerDays, 'dag', 'dagen')} beantwoord.`,
    `Een uitkomst wordt binnen ${amount(checkDays, 'dag', 'dagen')} getoetst.`,
  ],
  dpia: ({ dpia }) => [
    dpia === null
      ? 'Er is geen DPIA. Bijzondere persoonsgegevens worden daarom niet gebruikt.'
      : `De DPIA is vastgesteld op ${dpia.on}, kenmerk ${dpia.reference.trim()}. Zij wordt bij elke wijziging van deze overeenkomst opnieuw bekeken.`,
  ],
  arrangements: ({ arrangements }) =>
    arrangements.trim() === ''
      ? ['Er zijn geen nadere afspraken.']
      : [arrangements.trim(), 'Deze nadere afspraken verruimen niets van wat hierboven staat.'],
};
