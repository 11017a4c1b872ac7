import { invalidInput } from '@datalab/domain';
import { concat, twoBytes, utf8, withLength } from '../bytes.js';
import type { Pseudonym } from '../client/pseudonym-table.js';
import type { RandomBytes } from '../random-bytes.js';
import { HASH_BYTES } from '../voprf/ristretto.js';
import { open, seal, type SealingKeyPair } from './sealed-box.js';

/** Which part of which column a box holds. Sealed in with the values, so that a box cannot be moved elsewhere unnoticed. */
export interface ColumnPlace {
  /** The load (or file) that the column belongs to. */
  readonly load: string;
  /** The column: `household_key`, `person_key`, `reporter_key`. */
  readonly column: string;
  /** Which box of the column, from 0; a long column is sealed in several. */
  readonly part: number;
}

/** Most rows of one box: with 65 bytes a row a box stays under 4.3 MB. */
export const LARGEST_SEALED_PART = 0xffff;

const RECORD_BYTES = 1 + HASH_BYTES;

const header = ({ load, column, part }: ColumnPlace, rows: number): Uint8Array =>
  concat(utf8('SealedColumn-v1'), withLength(utf8(load), utf8(column), utf8(String(part))), twoBytes(rows));

/**
 * Seals one pseudonym column, row by row in order, to the worker's public key: a libsodium sealed box (crypto_box_seal). `undefined` is a
 * row without a key; it takes as many bytes as one with, so the size of the box tells the number of rows and nothing else, and equal
 * pseudonyms do not show. At most 65535 rows; every pseudonym 64 bytes. Opens with plain `crypto_box_seal_open`.
 */
export function sealColumn(
  pseudonyms: readonly (Pseudonym | undefined)[],
  place: ColumnPlace,
  workerPublicKey: Uint8Array,
  rng: RandomBytes,
): Uint8Array {
  const head = header(place, pseudonyms.length);
  const plain = new Uint8Array(head.length + pseudonyms.length * RECORD_BYTES);
  plain.set(head);
  pseudonyms.forEach((pseudonym, row) => {
    if (pseudonym === undefined) return;
    if (pseudonym.length !== HASH_BYTES) {
      throw invalidInput('pseudonym.length', 'A pseudonym is 64 bytes.', [{ column: place.column, row }]);
    }
    plain[head.length + row * RECORD_BYTES] = 1;
    plain.set(pseudonym, head.length + row * RECORD_BYTES + 1);
  });
  return seal(plain, workerPublicKey, rng);
}

/**
 * Opens a box and gives the rows in order. Throws InvalidInput when it was sealed to another key, was changed, or belongs to another
 * load, column or part than `place`.
 */
export function openColumn(sealed: Uint8Array, place: ColumnPlace, key: SealingKeyPair): (Pseudonym | undefined)[] {
  const plain = open(sealed, key);
  const headBytes = header(place, 0).length;
  const rows = (plain.length - headBytes) / RECORD_BYTES;
  const isWhole = Number.isInteger(rows) && rows >= 0 && rows <= LARGEST_SEALED_PART;
  if (!isWhole || !header(place, rows).every((byte, i) => byte === plain[i])) {
    throw invalidInput('pseudonym.box-misplaced', 'A sealed column belongs to another load, column or part.');
  }
  return Array.from({ length: rows }, (_, row) => {
    const at = headBytes + row * RECORD_BYTES;
    return plain[at] === 1 ? plain.slice(at + 1, at + RECORD_BYTES) : undefined;
  });
}
