import { columnsNamed } from './column-names.js';
import type { ColumnProfile } from './column-profile.js';
import type { Recognition } from './recognition.js';
import type { Question } from './question.js';
import { pointRule, proposeArea } from './recognise-area.js';
import { categoryQuestions, findCategory } from './recognise-category.js';
import { findAddressKind, findKey, findReporterType, findRole, findShortCode, findYesOrNo } from './recognise-codes.js';
import { findDate, orderQuestion } from './recognise-dates.js';

/** The fields of a mapping for reports, as far as recognised. */
export function proposeRecords(recognition: Recognition): { fields: Record<string, unknown>; questions: Question[] } {
  const { header, profiles, region, vocabularies, today } = recognition;
  const taken = new Set<string>();
  const occurred = findDate('occurredOn', header, profiles, today, taken);
  if (occurred !== undefined) taken.add(occurred.column);
  const registered = findDate('registeredOn', header, profiles, today, taken);
  const closed = findDate('closedOn', header, profiles, today, taken);
  const area = proposeArea(header, profiles, region, 'records');
  const category = findCategory(header, profiles, vocabularies, taken);
  const role = findRole(header, profiles);
  const addressKind = findAddressKind(header, profiles);
  const reporterType = findReporterType(header, profiles);
  const householdKey = findKey('householdKey', header, profiles);
  const [hour] = columnsNamed(header, 'occurredHour').filter((column) => looksLikeHour(profiles.get(column)!));
  const id = columnsNamed(header, 'sourceRecordId').find((column) => isIdentifying(profiles.get(column)!));

  const fields: Record<string, unknown> = {
    sourceRecordId: id === undefined ? undefined : { column: id },
    occurredOn: occurred && { column: occurred.column, format: occurred.format },
    occurredHour: occurred?.hasTime ? 'in_date' : hour === undefined ? undefined : { column: hour },
    registeredOn: registered && { column: registered.column, format: registered.format },
    closedOn: closed && { column: closed.column, format: closed.format },
    area: area.area,
    category: category && { column: category.column },
    categories: category && { vocabulary: category.found.vocabulary, codes: category.found.codes },
    point: area.area?.by === 'point' || region.country !== 'NL' ? undefined : pointRule(header, profiles),
    householdKey: householdKey
      ? { from: 'given', ...householdKey }
      : area.area?.by === 'address'
        ? { from: 'address' }
        : undefined,
    householdRole: role.found,
    addressKind: addressKind.found,
    personKey: findKey('personKey', header, profiles),
    reporterKey: findKey('reporterKey', header, profiles),
    reporterType: reporterType.found,
    confusedBehaviour: findYesOrNo('confusedBehaviour', header, profiles),
    nearCareLocation: findYesOrNo('nearCareLocation', header, profiles),
    personsBand: findShortCode('personsBand', header, profiles),
    channel: findShortCode('channel', header, profiles),
    status: findShortCode('status', header, profiles),
  };
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    questions: [
      ...(occurred === undefined ? [noDate(header)] : []),
      ...orderQuestion(occurred, 'occurredOn'),
      ...area.questions,
      ...categoryQuestions(category),
      ...role.questions,
      ...(fields['householdKey'] !== undefined && role.found === undefined ? [NO_ROLE] : []),
      ...addressKind.questions,
      ...reporterType.questions,
    ],
  };
}

const NO_ROLE: Question = {
  code: 'role.none',
  field: 'householdRole',
  message:
    'Het bestand zegt niet of een adres de veroorzaker, de plaats of de melder is. Kies er een voor het hele bestand; alleen ' +
    'veroorzakers tellen als huishouden.',
  needed: false,
};

const noDate = (header: readonly string[]): Question => ({
  code: 'date.none',
  field: 'occurredOn',
  message: 'Geen kolom met de datum van het voorval is herkend.',
  needed: true,
  columns: [...header],
});

/** An id hardly repeats; a blank one is allowed (the police leave it out for nuisance). */
function isIdentifying({ filled, distinct }: ColumnProfile): boolean {
  return filled.length > 0 && distinct.size >= filled.length * 0.8;
}

const looksLikeHour = ({ filled }: ColumnProfile): boolean =>
  filled.length > 0 && filled.every((value) => /^\d{1,2}(?:[:.]?\d{2}(?:[:.]?\d{2})?)?(?: ?u(?:ur)?)?$/i.test(value));
