import { invalidInput } from '@datalab/domain';
import { concat, fromHex, toHex, utf8, withLength } from '../bytes.js';
import type { RandomBytes } from '../random-bytes.js';
import { open, seal, type SealingKeyPair } from './sealed-box.js';

/** Bytes of a record hash (HMAC-SHA-256). */
const RECORD_HASH_BYTES = 32;

// The request stands in the box, so that the list of one cannot be handed out as that of another.
const headerOf = (wayBackId: string): Uint8Array => concat(utf8('WayBackList-v1'), withLength(utf8(wayBackId)));

/**
 * Seals the list of one request for the way back to its receiver's public key: the receiver's own record hashes (64 hex digits each), in an order that
 * says nothing (by value), each once. Whoever has the database and the api has a box that only the receiver opens; its size tells the number of hashes.
 */
export function sealRecordHashes(
  hashes: Iterable<string>,
  wayBackId: string,
  publicKey: Uint8Array,
  rng: RandomBytes,
): Uint8Array {
  const sorted = [...new Set(hashes)].sort();
  const plain = concat(headerOf(wayBackId), ...sorted.map((hash) => fromHex(hash, RECORD_HASH_BYTES, 'record_hash')));
  return seal(plain, publicKey, rng);
}

/** Opens a list, at its receiver. Throws InvalidInput where it was sealed to another key, was changed, or is of another request. */
export function openRecordHashes(box: Uint8Array, wayBackId: string, key: SealingKeyPair): string[] {
  const plain = open(box, key);
  const head = headerOf(wayBackId);
  const count = (plain.length - head.length) / RECORD_HASH_BYTES;
  if (!Number.isInteger(count) || count < 0 || !head.every((byte, i) => byte === plain[i]))
    throw invalidInput('pseudonym.box-misplaced', 'A sealed list belongs to another request.');
  return Array.from({ length: count }, (_, i) => {
    const at = head.length + i * RECORD_HASH_BYTES;
    return toHex(plain.slice(at, at + RECORD_HASH_BYTES));
  });
}
