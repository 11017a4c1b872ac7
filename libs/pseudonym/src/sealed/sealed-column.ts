import { invalidInput } from '@datalab/domain';
import sodium from 'libsodium-wrappers-sumo';
import { concat, twoBytes, utf8, withLength } from '../bytes.js';
import type { Pseudonym } from '../client/pseudonym-table.js';
import type { RandomBytes } from '../random-bytes.js';
import { HASH_BYTES } from '../voprf/ristretto.js';

/** Which part of which column a box holds. Sealed in with the values, so that a box cannot be moved elsewhere unnoticed. */
export interface ColumnPlace {
  /** The load (or file) that the column belongs to. */
  readonly load: string;
  /** The column: `household_key`, `person_key`, `reporter_key`. */
  readonly column: string;
  /** Which box of the column, from 0; a long column is sealed in several. */
  readonly part: number;
}

/** The worker's key pair for sealed columns (X25519, 32 bytes each); the private half exists in the worker alone. */
export interface SealingKeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** Most rows of one box: with 65 bytes a row a box stays under 4.3 MB. */
export const LARGEST_SEALED_PART = 0xffff;

const RECORD_BYTES = 1 + HASH_BYTES;

/** Makes a key pair from 32 random bytes. Call after `loadSodiumRistretto` has resolved, as for all functions here. */
export function generateSealingKeyPair(rng: RandomBytes): SealingKeyPair {
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(rng(sodium.crypto_box_SEEDBYTES));
  return { publicKey, privateKey };
}

/** The pair of a private key (32 bytes); throws InvalidInput for another length. */
export function sealingKeyPairOf(privateKey: Uint8Array): SealingKeyPair {
  if (privateKey.length !== sodium.crypto_box_SECRETKEYBYTES)
    throw invalidInput('pseudonym.sealing-key', 'The key of the worker is 32 bytes.');
  return { publicKey: sodium.crypto_scalarmult_base(privateKey), privateKey };
}

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
 * crypto_box_seal step by step, because libsodium's own draws its ephemeral key itself and here randomness is passed in: ephemeral public
 * key, then crypto_box under the nonce BLAKE2b-192(ephemeral key, recipient's key).
 */
function seal(plain: Uint8Array, publicKey: Uint8Array, rng: RandomBytes): Uint8Array {
  if (publicKey.length !== sodium.crypto_box_PUBLICKEYBYTES) {
    throw invalidInput('pseudonym.sealing-key', 'The key of the worker is 32 bytes.');
  }
  const ephemeral = generateSealingKeyPair(rng);
  const nonce = sodium.crypto_generichash(sodium.crypto_box_NONCEBYTES, concat(ephemeral.publicKey, publicKey), null);
  const box = sodium.crypto_box_easy(plain, nonce, publicKey, ephemeral.privateKey);
  sodium.memzero(ephemeral.privateKey);
  return concat(ephemeral.publicKey, box);
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

function open(sealed: Uint8Array, { publicKey, privateKey }: SealingKeyPair): Uint8Array {
  try {
    return sodium.crypto_box_seal_open(sealed, publicKey, privateKey);
  } catch {
    throw invalidInput('pseudonym.box-refused', 'A sealed column was changed, or sealed to another key.');
  }
}
