import { bug } from '@datalab/domain';
import { concat, isZero, withLength } from '../bytes.js';
import type { RandomBytes } from '../random-bytes.js';
import type { Element, Ristretto, Scalar } from './ristretto.js';
import { hashToKey, randomScalar } from './transcript.js';

/** One holder's share of a lab's key. `share` never leaves the holder; `publicKey` = share · generator is registered. */
export interface KeyPair {
  readonly share: Scalar;
  readonly publicKey: Element;
}

/** The pair that belongs to a share. */
export const keyPairOf = (ristretto: Ristretto, share: Scalar): KeyPair => ({
  share,
  publicKey: ristretto.multiplyBase(share),
});

/** GenerateKeyPair of RFC 9497 §3.2: a fresh, uniform share. */
export const generateKeyPair = (ristretto: Ristretto, rng: RandomBytes): KeyPair =>
  keyPairOf(ristretto, randomScalar(ristretto, rng));

/** DeriveKeyPair of RFC 9497 §3.2.1: the same 32-byte seed and info always give the same pair. For demonstrations and test vectors. */
export function deriveKeyPair(ristretto: Ristretto, seed: Uint8Array, info: Uint8Array): KeyPair {
  const input = concat(seed, withLength(info));
  for (let counter = 0; counter < 256; counter++) {
    const share = hashToKey(ristretto, concat(input, Uint8Array.of(counter)));
    if (!isZero(share)) return keyPairOf(ristretto, share);
  }
  throw bug('DeriveKeyPair found no key in 256 attempts.');
}
