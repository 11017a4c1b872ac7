import type { Place } from '../canonical/place.js';
import { addressReader } from '../canonical/read-address.js';
import type { CellReader, Columns } from '../mapping/columns.js';
import type { KeyRule, ProvisionUseMapping, RecordsMapping } from '../mapping/mapping.js';
import type { RegionContext } from '../region/region-context.js';
import { canonicalBsn } from './bsn.js';
import type { KeyCause, KeyCounts } from './key-counts.js';
import { keyColumnsOf, type KeyColumn, type RowIdentifier, type RowKeys } from './row-keys.js';

/** An identifier, or why there is none. */
type Outcome = RowIdentifier | KeyCause;
type OutcomeReader = (cells: readonly string[], place: Place | undefined) => Outcome;

/** Reads the identifiers of a row. Whoever takes the row counts them with `KeyTally`; a row that is refused counts nowhere. */
export type KeyReader = (cells: readonly string[], place: Place | undefined) => ReadKeys;

export interface ReadKeys {
  keys: RowKeys;
  /** Columns of the mapping for which this row has no key. */
  without: [column: KeyColumn, cause: KeyCause][];
}

/** The reader for the keys that a mapping names. */
export function keyReader(
  mapping: RecordsMapping | ProvisionUseMapping,
  columns: Columns,
  region: RegionContext,
): KeyReader {
  const readers = keyColumnsOf(mapping).map((column): [KeyColumn, OutcomeReader] => {
    if (column === 'household_key') return [column, householdReader(mapping.householdKey!, columns, region)];
    if (column === 'person_key') return [column, codeReader('person', mapping.personKey!, columns)];
    return [column, codeReader('reporter', (mapping as RecordsMapping).reporterKey!, columns)];
  });
  return (cells, place) => {
    const read: ReadKeys = { keys: {}, without: [] };
    for (const [column, outcomeOf] of readers) {
      const outcome = outcomeOf(cells, place);
      if (typeof outcome === 'string') read.without.push([column, outcome]);
      else read.keys[column] = outcome;
    }
    return read;
  };
}

/** Adds what was read of one accepted row. */
export function countKeys(counts: Map<KeyColumn, KeyCounts>, { keys, without }: ReadKeys): void {
  for (const column of Object.keys(keys) as KeyColumn[]) counts.get(column)!.given += 1;
  for (const [column, cause] of without) counts.get(column)!.without[cause] += 1;
}

function householdReader(
  rule: NonNullable<RecordsMapping['householdKey']>,
  columns: Columns,
  region: RegionContext,
): OutcomeReader {
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
  (read: CellReader): OutcomeReader =>
  (cells) => {
    const value = read(cells).normalize('NFC');
    if (value === '') return 'blank';
    return value.length > LONGEST_OWN_CODE ? 'malformed' : { type: 'own', value };
  };
