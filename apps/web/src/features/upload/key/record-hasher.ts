import type { RecordHasher } from '@datalab/intake';
import { hexOf } from './hex.js';
import { Sha256 } from './sha-256.js';

const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104) in hex under a key of at most 64 bytes; the two key blocks are digested once, not for every row. */
export function recordHasher(key: Uint8Array): RecordHasher & ((message: string) => string) {
  if (key.length > BLOCK) throw new RangeError('a record key has at most 64 bytes');
  const padded = new Uint8Array(BLOCK);
  padded.set(key);
  const inner = new Sha256().update(padded.map((byte) => byte ^ 0x36));
  const outer = new Sha256().update(padded.map((byte) => byte ^ 0x5c));
  const encoder = new TextEncoder();
  return (message) =>
    hexOf(
      outer
        .copy()
        .update(inner.copy().update(encoder.encode(message)).digest())
        .digest(),
    );
}
