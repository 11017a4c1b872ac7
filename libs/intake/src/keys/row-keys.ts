import type { AddressColumns } from '../canonical/read-address.js';
import type { Mapping, RecordsMapping } from '../mapping/mapping.js';

/**
 * The key columns of a canonical row: they never travel in the row itself, only sealed beside it. `check_key` is of postcode and number, made with the
 * organisation's own key; the quality report estimates missed matches with it, and nothing else reads it.
 */
export const KEY_COLUMNS = ['household_key', 'person_key', 'reporter_key', 'check_key'] as const;
export type KeyColumn = (typeof KEY_COLUMNS)[number];

/**
 * What a key is made of; it stays with the partner. `address`, `person` and `reporter` are the same for every partner of a lab and become
 * pseudonyms by the key service. `own` is a code of the source itself: it means something within this source only and becomes a key under the
 * organisation's own key, so that two sources that both number from 1 do not meet.
 */
export interface RowIdentifier {
  type: 'address' | 'person' | 'reporter' | 'own';
  value: string;
}

/** The identifiers of one row, by the column that they become; a column without one is absent. */
export type RowKeys = Partial<Record<KeyColumn, RowIdentifier>>;

/** The key columns that a mapping fills, in the order of `KEY_COLUMNS`. */
export function keyColumnsOf(mapping: Mapping): KeyColumn[] {
  if (mapping.kind === 'counts') return [];
  const filled: Record<KeyColumn, unknown> = {
    household_key: mapping.householdKey,
    person_key: mapping.personKey,
    reporter_key: mapping.kind === 'records' ? mapping.reporterKey : undefined,
    check_key: mapping.kind === 'records' ? addressOf(mapping) : undefined,
  };
  return KEY_COLUMNS.filter((column) => filled[column] !== undefined);
}

/** The columns of the address that household keys are made of; undefined where they are made of something else. */
export function addressOf({ householdKey, area }: RecordsMapping): AddressColumns | undefined {
  if (householdKey?.from !== 'address') return undefined;
  if (householdKey.columns !== undefined) return householdKey.columns;
  return area?.by === 'address' ? area : undefined;
}

/** Whether any key of this mapping is a pseudonym, for which the key holders must be asked. */
export function needsKeyService(mapping: Mapping): boolean {
  if (mapping.kind === 'counts') return false;
  const reporter = mapping.kind === 'records' ? mapping.reporterKey : undefined;
  return mapping.householdKey?.from === 'address' || [mapping.personKey, reporter].some((rule) => rule?.from === 'bsn');
}
