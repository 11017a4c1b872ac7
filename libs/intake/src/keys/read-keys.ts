import type { Place } from '../canonical/place.js';
import { addressReader, type AddressColumns } from '../canonical/read-address.js';
import type { CellReader, Columns } from '../mapping/columns.js';
import type { KeyRule, ProvisionUseMapping, RecordsMapping } from '../mapping/mapping.js';
import { canonicalAddress } from '../region/canonical-address.js';
import type { RegionContext } from '../region/region-context.js';
import { canonicalBsn } from './bsn.js';
import type { KeyCause, KeyCounts } from './key-counts.js';
import { addressOf, keyColumnsOf, type KeyColumn, type RowIdentifier, type RowKeys } from './row-keys.js';

/** An identifier, or why there is none. */
type Outcome = RowIdentifier | KeyCause | typeof NOT_NEEDED;
type OutcomeReader = (cells: readonly string[], place: Place | undefined, need: HouseholdNeed) => Outcome;

const NOT_NEEDED = 'not_needed';

/**
 * Whether a row should have a household key: `no` where it is not about a household or not at a dwelling; `unknown` where nobody says what
 * kind of address it is, so that it gets none but it still counts why it could not have one.
 */
export type HouseholdNeed = 'yes' | 'no' | 'unknown';

/** What a row says of its household: only the subject at a dwelling counts as one, so only of those a key is made. */
export const householdNeed = (role: string | undefined, kind: string | undefined): HouseholdNeed => {
  if (role !== 'subject' || kind === 'institution_or_shared') return 'no';
  return kind === 'dwelling' ? 'yes' : 'unknown';
};

/** Reads the identifiers of a row. Whoever takes the row counts them with `countKeys`; a row that is refused counts nowhere. */
export type KeyReader = (cells: readonly string[], place: Place | undefined, need: HouseholdNeed) => ReadKeys;

export interface ReadKeys {
  keys: RowKeys;
  /** Columns of the mapping for which this row has no key. */
  without: [column: KeyColumn, cause: KeyCause | typeof NOT_NEEDED][];
}

/** The reader for the keys that a mapping names. */
export function keyReader(
  mapping: RecordsMapping | ProvisionUseMapping,
  columns: Columns,
  region: RegionContext,
): KeyReader {
  const readers = keyColumnsOf(mapping).map((column): [KeyColumn, OutcomeReader] => {
    if (column === 'household_key') return [column, needed(householdReader(mapping.householdKey!, columns, region))];
    if (column === 'check_key') return [column, checkReader(addressOf(mapping as RecordsMapping)!, columns)];
    if (column === 'person_key') return [column, codeReader('person', mapping.personKey!, columns)];
    return [column, codeReader('reporter', (mapping as RecordsMapping).reporterKey!, columns)];
  });
  return (cells, place, need) => {
    const read: ReadKeys = { keys: {}, without: [] };
    for (const [column, outcomeOf] of readers) {
      const outcome = outcomeOf(cells, place, need);
      if (typeof outcome === 'string') read.without.push([column, outcome]);
      else read.keys[column] = outcome;
    }
    return read;
  };
}

/** Adds what was read of one accepted row. */
export function countKeys(counts: Map<KeyColumn, KeyCounts>, { keys, without }: ReadKeys): void {
  for (const column of Object.keys(keys) as KeyColumn[]) counts.get(column)!.given += 1;
  for (const [column, cause] of without)
    if (cause === NOT_NEEDED) counts.get(column)!.notNeeded += 1;
    else counts.get(column)!.without[cause] += 1;
}

/** No key of whom nothing will be counted by household: who reports, where it happened, an institution. Why others have none is still told. */
const needed =
  (read: (cells: readonly string[], place: Place | undefined) => Outcome): OutcomeReader =>
  (cells, place, need) => {
    if (need === 'no') return NOT_NEEDED;
    const outcome = read(cells, place);
    return need === 'unknown' && typeof outcome !== 'string' ? NOT_NEEDED : outcome;
  };

/**
 * Postcode and number, without what stands behind it, of the rows that a household key is looked for. A code of the source itself: the estimate
 * compares rows of one load, so what would mean the same at every partner would be more than it needs, and no key holder is asked.
 */
function checkReader(address: AddressColumns, columns: Columns): OutcomeReader {
  const read = addressReader(address, columns);
  return (cells, _place, need) => {
    if (need === 'no') return NOT_NEEDED;
    const { postcode, number } = read(cells);
    const form = canonicalAddress({ postcode, number });
    if ('refusal' in form) return form.refusal.startsWith('missing') ? 'incomplete' : 'malformed';
    return { type: 'own', value: `postcode_number|1|${form.postcode} ${form.number}` };
  };
}

function householdReader(
  rule: NonNullable<RecordsMapping['householdKey']>,
  columns: Columns,
  region: RegionContext,
): (cells: readonly string[], place: Place | undefined) => Outcome {
  if (rule.from === 'given') return given(columns.reader(rule.column));
  if (rule.columns === undefined)
    return (_cells, place) =>
      place?.address === undefined ? (place?.addressCause ?? 'blank') : { type: 'address', value: place.address.id };
  const read = addressReader(rule.columns, columns);
  return (cells) => {
    const parts = read(cells);
    if (`${parts.postcode}${parts.number}` === '') return 'blank';
    const { found, cause } = region.addresses.find(parts);
    return found === undefined ? cause : { type: 'address', value: found.id };
  };
}

function codeReader(type: 'person' | 'reporter', rule: KeyRule, columns: Columns): OutcomeReader {
  const read = columns.reader(rule.column);
  if (rule.from !== 'bsn') return given(read);
  return (cells) => {
    const outcome = canonicalBsn(read(cells));
    if ('bsn' in outcome) return { type, value: outcome.bsn };
    return outcome.refusal === 'missing' ? 'blank' : outcome.refusal;
  };
}

const LONGEST_OWN_CODE = 200;

const given =
  (read: CellReader) =>
  (cells: readonly string[]): Outcome => {
    const value = read(cells).normalize('NFC');
    if (value === '') return 'blank';
    return value.length > LONGEST_OWN_CODE ? 'malformed' : { type: 'own', value };
  };
