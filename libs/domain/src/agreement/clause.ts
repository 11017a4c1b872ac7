import type { Words } from '../words.js';
/** The articles of a data-sharing agreement, in order: an article's number is its place in this list. */
export const CLAUSES = [
  'parties',
  'purpose',
  'prohibition',
  'legal_basis',
  'fields',
  'links',
  'thresholds',
  'retention',
  'recipients',
  'way_back',
  'terms',
  'dpia',
  'rights',
  'security',
  'change',
  'arrangements',
] as const;
export type Clause = (typeof CLAUSES)[number];

export const CLAUSE_TITLES: Readonly<Record<Clause, Words>> = {
  parties: { nl: 'Partijen en aanleiding', en: 'Parties and background' },
  purpose: { nl: 'Doelen', en: 'Purposes' },
  prohibition: { nl: 'Wat niet mag', en: 'What is forbidden' },
  legal_basis: { nl: 'Grondslag per partij', en: 'Legal basis of each party' },
  fields: { nl: 'Gegevens per soort analyse', en: 'Fields for each kind of analysis' },
  links: { nl: 'Koppelen tussen partijen', en: 'Linking between parties' },
  thresholds: { nl: 'Drempels', en: 'Thresholds' },
  retention: { nl: 'Bewaartermijn', en: 'Retention' },
  recipients: { nl: 'Wie uitkomsten krijgt', en: 'Who receives outcomes' },
  way_back: { nl: 'De weg terug', en: 'The way back' },
  terms: { nl: 'Termijnen', en: 'Terms' },
  dpia: { nl: 'Gegevensbeschermingseffectbeoordeling (DPIA)', en: 'Data protection impact assessment (DPIA)' },
  rights: { nl: 'Rechten van inwoners', en: 'Rights of residents' },
  security: { nl: 'Beveiliging en datalekken', en: 'Security and data breaches' },
  change: { nl: 'Ingaan, wijzigen en eindigen', en: 'Entry into force, change and end' },
  arrangements: { nl: 'Nadere afspraken', en: 'Further arrangements' },
};

/** Number of an article: 1 for the first. */
export const articleOf = (clause: Clause): number => CLAUSES.indexOf(clause) + 1;

/** How an article is named where somebody is pointed to it: `artikel 5 (Gegevens per soort analyse)`. */
export const clauseName = (clause: Clause, language: 'nl' | 'en'): string =>
  `${language === 'nl' ? 'artikel' : 'article'} ${articleOf(clause)} (${CLAUSE_TITLES[clause][language]})`;
