import { KEY_CAUSES, KEY_COLUMNS, type CanonicalResult, type KeyCause, type KeyColumn } from '@datalab/intake';

export type KeyNote = 'custody.notNeeded' | `custody.keys.${KeyColumn}` | `custody.without.${KeyCause}`;

/** Per key: how many rows have one, and, by cause, how many have none. A cause that did not occur is not told. */
export function keyNotes(keys: CanonicalResult['keys'], say: (name: KeyNote, count: number) => string): string[] {
  return KEY_COLUMNS.flatMap((column) => {
    const counts = keys[column];
    if (counts === undefined) return [];
    const causes = KEY_CAUSES.filter((cause) => counts.without[cause] > 0).map((cause) =>
      say(`custody.without.${cause}`, counts.without[cause]),
    );
    const given = say(`custody.keys.${column}`, counts.given);
    // Why the second key is missing is why the first one is.
    if (column === 'check_key') return counts.given === 0 ? [] : [given];
    const notNeeded = counts.notNeeded > 0 ? [say('custody.notNeeded', counts.notNeeded)] : [];
    return [[given, ...causes, ...notNeeded].join(' ')];
  });
}
