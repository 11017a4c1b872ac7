import { ORGANISATION_TYPES } from '../organisation.js';
import { ANALYSIS_KINDS } from '../analysis-kind.js';
import { AGREED_FIELDS, isSpecialField, LINK_KEYS } from './agreed-field.js';
import {
  LEGAL_BASES,
  RECEIVER_TYPES,
  RECIPIENTS,
  SPECIAL_BASES,
  type AgreementDocument,
} from './agreement-document.js';
import type { Clause } from './clause.js';
import { isPurpose } from './purpose.js';

/** What keeps a document from being an agreement: in which article, and what. The code is stable, for translation. */
export interface PolicyFault {
  readonly clause: Clause;
  readonly code: string;
}

/** Bounds of what can be agreed; both ends are allowed. */
export const AGREEMENT_BOUNDS = {
  retentionMonths: { least: 1, most: 60 },
  embargoDays: { least: 0, most: 60 },
  answerDays: { least: 1, most: 56 },
  checkDays: { least: 1, most: 30 },
} as const;

const LEAST_PARTIES = 2;
const SHORTEST_TEXT = 3;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

const isOneOf = (list: readonly unknown[], value: unknown): boolean => list.includes(value);
const isIn = (value: number, { least, most }: { least: number; most: number }): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
const isTooShort = (text: string): boolean => text.trim().length < SHORTEST_TEXT;
const hasDoubles = (list: readonly unknown[]): boolean => new Set(list).size !== list.length;

/**
 * Everything that is missing or out of bounds, in the order of the articles; none means that it may be signed. Checks values against
 * their closed lists as well, so that a document from outside the type system cannot smuggle one in. Whether the floors are high enough is
 * the gate's to say (`gatePolicy` of the disclosure library), on top of this.
 */
export function policyFaults(document: AgreementDocument): PolicyFault[] {
  const faults: [boolean, Clause, string][] = [
    ...partyFaults(document),
    [document.purposes.length === 0, 'purpose', 'no-purpose'],
    [!document.purposes.every(isPurpose), 'purpose', 'unknown-purpose'],
    ...fieldFaults(document),
    ...linkFaults(document),
    [!Object.values(document.floors).every(isFloor), 'thresholds', 'floor-not-whole'],
    [!isIn(document.retentionMonths, AGREEMENT_BOUNDS.retentionMonths), 'retention', 'retention-out-of-bounds'],
    ...recipientFaults(document),
    [!isIn(document.embargoDays, AGREEMENT_BOUNDS.embargoDays), 'terms', 'embargo-out-of-bounds'],
    [!isIn(document.answerDays, AGREEMENT_BOUNDS.answerDays), 'terms', 'answer-out-of-bounds'],
    [!isIn(document.checkDays, AGREEMENT_BOUNDS.checkDays), 'terms', 'check-out-of-bounds'],
    ...dpiaFaults(document),
  ];
  return faults.flatMap(([isFault, clause, code]) => (isFault ? [{ clause, code }] : []));
}

const isFloor = ({ reports, households }: { reports: number; households: number }): boolean =>
  Number.isSafeInteger(reports) && Number.isSafeInteger(households) && reports > 0 && households > 0;

/** Every field that is agreed for any kind of analysis. */
const allFields = ({ fields }: AgreementDocument): string[] => ANALYSIS_KINDS.flatMap((kind) => fields[kind]);

function partyFaults(document: AgreementDocument): [boolean, Clause, string][] {
  const { parties } = document;
  const isSpecial = allFields(document).some(isSpecialField);
  return [
    [parties.length < LEAST_PARTIES, 'parties', 'too-few-parties'],
    [hasDoubles(parties.map(({ organisationId }) => organisationId)), 'parties', 'party-twice'],
    [!parties.every(({ type }) => isOneOf(ORGANISATION_TYPES, type)), 'parties', 'unknown-type'],
    [!parties.every(({ basis }) => isOneOf(LEGAL_BASES, basis)), 'legal_basis', 'unknown-basis'],
    [parties.some(({ law }) => isTooShort(law)), 'legal_basis', 'no-law'],
    [
      !parties.every(({ specialBasis }) => specialBasis === null || isOneOf(SPECIAL_BASES, specialBasis)),
      'legal_basis',
      'unknown-special-basis',
    ],
    // Who brings special-category data needs a ground of its own; with nobody who has one, nobody may use the fields.
    [
      isSpecial && parties.every(({ specialBasis }) => specialBasis === null),
      'legal_basis',
      'special-fields-without-basis',
    ],
  ];
}

function fieldFaults(document: AgreementDocument): [boolean, Clause, string][] {
  const { fields } = document;
  return [
    [Object.keys(fields).some((kind) => !isOneOf(ANALYSIS_KINDS, kind)), 'fields', 'unknown-kind'],
    [!allFields(document).every((field) => isOneOf(AGREED_FIELDS, field)), 'fields', 'unknown-field'],
    [fields.descriptive.length === 0, 'fields', 'no-fields'],
    [ANALYSIS_KINDS.some((kind) => hasDoubles(fields[kind])), 'fields', 'field-twice'],
  ];
}

function linkFaults({ links, fields }: AgreementDocument): [boolean, Clause, string][] {
  const isUnused = links.some(({ by }) => ANALYSIS_KINDS.every((kind) => !fields[kind].includes(by)));
  return [
    [!links.every(({ by }) => isOneOf(LINK_KEYS, by)), 'links', 'unknown-link-key'],
    [hasDoubles(links.map(({ by }) => by)), 'links', 'link-key-twice'],
    [links.some(({ datasets }) => datasets.length < 2), 'links', 'nothing-to-link'],
    [links.some(({ datasets }) => hasDoubles(datasets.map(({ id }) => id))), 'links', 'dataset-twice'],
    [isUnused, 'links', 'link-key-not-a-field'],
  ];
}

function recipientFaults({ recipients, wayBackReceiverId, parties }: AgreementDocument): [boolean, Clause, string][] {
  const receiver = parties.find(({ organisationId }) => organisationId === wayBackReceiverId);
  return [
    [!recipients.every((recipient) => isOneOf(RECIPIENTS, recipient)), 'recipients', 'unknown-recipient'],
    [!recipients.includes('participants'), 'recipients', 'participants-left-out'],
    [hasDoubles(recipients), 'recipients', 'recipient-twice'],
    [wayBackReceiverId !== null && receiver === undefined, 'way_back', 'receiver-not-a-party'],
    [receiver !== undefined && !isOneOf(RECEIVER_TYPES, receiver.type), 'way_back', 'receiver-not-care'],
  ];
}

function dpiaFaults(document: AgreementDocument): [boolean, Clause, string][] {
  const { dpia } = document;
  return [
    [dpia === null && allFields(document).some(isSpecialField), 'dpia', 'special-fields-without-dpia'],
    [dpia !== null && (isTooShort(dpia.reference) || !DATE.test(dpia.on)), 'dpia', 'dpia-incomplete'],
  ];
}
