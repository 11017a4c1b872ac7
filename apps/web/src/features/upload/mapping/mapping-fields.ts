import { ADDRESS_KINDS, HOUSEHOLD_ROLES, REPORTER_TYPES } from '@datalab/domain';
import type { Mapping } from '@datalab/intake';

export type FieldName =
  | 'occurredOn'
  | 'occurredHour'
  | 'registeredOn'
  | 'closedOn'
  | 'period'
  | 'month'
  | 'category'
  | 'count'
  | 'provision'
  | 'sourceRecordId'
  | 'householdKey'
  | 'householdRole'
  | 'addressKind'
  | 'personKey'
  | 'reporterKey'
  | 'reporterType'
  | 'confusedBehaviour'
  | 'nearCareLocation'
  | 'personsBand'
  | 'channel'
  | 'status';

/**
 * `column`: the values as they are; `date`: with a way of writing dates; `translated`: with a translation of its values, which is proposed
 * and can be left out but not invented here.
 */
type FieldKind = 'column' | 'date' | 'translated';

export interface MappingField {
  name: FieldName;
  kind: FieldKind;
  isRequired: boolean;
}

const required = (name: FieldName, kind: FieldKind = 'column'): MappingField => ({ name, kind, isRequired: true });
const optional = (name: FieldName, kind: FieldKind = 'column'): MappingField => ({ name, kind, isRequired: false });

/** What a row of each kind of dataset is made of, in the order in which a steward thinks of it. The area has its own rule. */
export const FIELDS: Record<Mapping['kind'], readonly MappingField[]> = {
  records: [
    required('occurredOn', 'date'),
    required('category'),
    optional('sourceRecordId'),
    optional('occurredHour'),
    optional('registeredOn', 'date'),
    optional('closedOn', 'date'),
    optional('householdKey'),
    optional('householdRole', 'translated'),
    optional('addressKind', 'translated'),
    optional('personKey'),
    optional('reporterKey'),
    optional('reporterType', 'translated'),
    optional('confusedBehaviour', 'translated'),
    optional('nearCareLocation', 'translated'),
    optional('personsBand'),
    optional('channel'),
    optional('status'),
  ],
  counts: [required('period'), required('category'), required('count'), optional('sourceRecordId')],
  provision_use: [
    required('month', 'date'),
    required('provision'),
    required('householdKey'),
    optional('personKey'),
    optional('sourceRecordId'),
  ],
};

/** What a value of a translated field can mean. */
const MEANINGS = {
  householdRole: HOUSEHOLD_ROLES,
  addressKind: ADDRESS_KINDS,
  reporterType: REPORTER_TYPES,
} as const;
export type Meaning = (typeof MEANINGS)[keyof typeof MEANINGS][number];

export const meaningsOf = (field: FieldName): readonly Meaning[] =>
  field in MEANINGS ? MEANINGS[field as keyof typeof MEANINGS] : [];

/** What can be said of all rows at once, where the file itself does not say it. */
export const constantsOf = meaningsOf;
