import type { Columns } from '../mapping/columns.js';
import type { ProvisionUseMapping, RecordsMapping } from '../mapping/mapping.js';
import type { Place } from './place.js';

/** An identifier that becomes a key: the id of a listed address. It stays with the partner. */
export interface Identifier {
  type: 'address';
  value: string;
}

/** The pseudonym of an identifier, made before this run; undefined where there is none. */
export type KeyFor = (identifier: Identifier) => string | undefined;

/** How many rows got a household key, and why the others did not. */
export interface KeyCounts {
  given: number;
  without: Record<'blank' | 'incomplete' | 'malformed' | 'not_listed' | 'ambiguous' | 'no_pseudonym', number>;
}

export const noKeysYet = (): KeyCounts => ({
  given: 0,
  without: { blank: 0, incomplete: 0, malformed: 0, not_listed: 0, ambiguous: 0, no_pseudonym: 0 },
});

/** Reads or makes the household key and counts it; undefined where the mapping has no household key at all. */
export function householdReader(
  mapping: RecordsMapping | ProvisionUseMapping,
  { columns, keyFor, keys }: { columns: Columns; keyFor: KeyFor; keys: KeyCounts },
): ((cells: readonly string[], place: Place | undefined) => string | undefined) | undefined {
  const rule = mapping.householdKey;
  if (rule === undefined) return undefined;
  const counted = (key: string | undefined, cause: keyof KeyCounts['without']) => {
    if (key === undefined) keys.without[cause] += 1;
    else keys.given += 1;
    return key;
  };
  if (rule.from === 'given') {
    const read = columns.reader(rule.column);
    return (cells) => counted(read(cells) || undefined, 'blank');
  }
  return (_cells, place) => {
    if (place?.address === undefined) return counted(undefined, place?.addressCause ?? 'blank');
    return counted(keyFor({ type: 'address', value: place.address.id }), 'no_pseudonym');
  };
}
