import { frameIdentifier, type Identifier } from '../identifier/identifier.js';
import { concat, fromHex, toHex, utf8, withLength } from '../bytes.js';
import { HASH_BYTES } from '../voprf/ristretto.js';
import type { Pseudonym, PseudonymTable } from './pseudonym-table.js';

/** What a key of a row is made of: something that is the same for every partner, or a code of the source itself (`own`). */
export interface KeySource {
  readonly type: 'address' | 'person' | 'reporter' | 'own';
  readonly value: string;
}

/** The key sources of one row by column; a column without a key is absent. */
export type KeySources = Readonly<Partial<Record<string, KeySource>>>;

/** HMAC-SHA-256 in lower-case hex under the organisation's own key, as records are hashed. */
export type OwnHasher = (message: string) => string | Promise<string>;

/** The identifiers of rows for which the key holders must be asked: all but the source's own codes. */
export function* sharedIdentifiers(rows: Iterable<KeySources>): Generator<Identifier> {
  for (const row of rows)
    for (const source of Object.values(row))
      if (source !== undefined && source.type !== 'own') yield frameIdentifier(source.type, source.value);
}

/**
 * The key of a code of the source itself: 64 bytes by HMAC under the organisation's own key, bound to dataset and column. It looks as a
 * pseudonym does, costs no question to a key holder, and never meets the key of another source.
 */
export async function ownKey(hash: OwnHasher, scope: string, column: string, value: string): Promise<Pseudonym> {
  const message = toHex(withLength(utf8('OwnKey-v1'), utf8(scope), utf8(column), utf8(value)));
  const halves = [await hash(`own|1|${message}`), await hash(`own|2|${message}`)];
  return concat(...halves.map((half) => fromHex(half, HASH_BYTES / 2, 'hash')));
}

/** Turns the key sources of rows into keys: pseudonyms out of the table of a finished run, own codes by the organisation's key. */
export class RowKeyMaker {
  private readonly own = new Map<string, Pseudonym>();

  constructor(
    /** The pseudonyms of the run; undefined where no key holder had to be asked. */
    private readonly table: Pick<PseudonymTable, 'get'> | undefined,
    private readonly hash: OwnHasher,
    /** The dataset, to which own codes are bound. */
    private readonly scope: string,
  ) {}

  /** The key, or undefined for an identifier that was not in the run. */
  async keyOf(column: string, { type, value }: KeySource): Promise<Pseudonym | undefined> {
    if (type !== 'own') return this.table?.get(frameIdentifier(type, value));
    const name = `${column}|${value}`;
    const known = this.own.get(name);
    if (known !== undefined) return known;
    const key = await ownKey(this.hash, this.scope, column, value);
    this.own.set(name, key);
    return key;
  }
}
