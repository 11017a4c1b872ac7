import { bug } from '@datalab/domain';
import { concat, isZero, twoBytes, utf8 } from '../bytes.js';
import type { RandomBytes } from '../random-bytes.js';
import { HASH_BYTES, SCALAR_BYTES, type Element, type Ristretto, type Scalar } from './ristretto.js';

/** The name of the ciphersuite in RFC 9497 §4.1. */
export const SUITE = 'ristretto255-SHA512';

/** CreateContextString(mode = 0x01 VOPRF, suite) of RFC 9497 §3.1; every domain separation below ends in it. */
export const CONTEXT = concat(utf8('OPRFV1-'), Uint8Array.of(0x01), utf8(`-${SUITE}`));

const BLOCK_BYTES = 128;
const PADDING = new Uint8Array(BLOCK_BYTES);

/** A domain separation tag with its length behind it, as expand_message_xmd wants it. */
function tag(prefix: string): Uint8Array {
  const dst = concat(utf8(prefix), CONTEXT);
  return concat(dst, Uint8Array.of(dst.length));
}
const GROUP_TAG = tag('HashToGroup-');
const SCALAR_TAG = tag('HashToScalar-');
const DERIVE_TAG = tag('DeriveKeyPair');

/** expand_message_xmd of RFC 9380 §5.3.1 for SHA-512 and 64 bytes, of which a single round of the loop is left. */
function expand(ristretto: Ristretto, message: Uint8Array, dst: Uint8Array): Uint8Array {
  const first = ristretto.hash(concat(PADDING, message, twoBytes(HASH_BYTES), Uint8Array.of(0), dst));
  return ristretto.hash(concat(first, Uint8Array.of(1), dst));
}

/** HashToGroup of the suite: the element that stands for an input. */
export const hashToElement = (ristretto: Ristretto, input: Uint8Array): Element =>
  ristretto.elementFromUniform(expand(ristretto, input, GROUP_TAG));

/** HashToScalar of the suite. */
export const hashToScalar = (ristretto: Ristretto, message: Uint8Array): Scalar =>
  ristretto.reduceScalar(expand(ristretto, message, SCALAR_TAG));

/** HashToScalar under the tag of DeriveKeyPair (RFC 9497 §3.2.1). */
export const hashToKey = (ristretto: Ristretto, message: Uint8Array): Scalar =>
  ristretto.reduceScalar(expand(ristretto, message, DERIVE_TAG));

/**
 * A uniform scalar that is not zero: 64 random bytes modulo ℓ, so the bias is below 2⁻²⁵⁰. Zero is drawn again; a source that gives it
 * eight times is broken and is reported as a Bug.
 */
export function randomScalar(ristretto: Ristretto, rng: RandomBytes): Scalar {
  for (let attempt = 0; attempt < 8; attempt++) {
    const scalar = ristretto.reduceScalar(rng(HASH_BYTES));
    if (!isZero(scalar)) return scalar;
  }
  throw bug('The source of randomness gives zeros.');
}

/** True when the 32 bytes are a canonical scalar (< ℓ) other than zero: what a proof from outside must hold. */
export function isScalar(ristretto: Ristretto, bytes: Uint8Array): boolean {
  if (bytes.length !== SCALAR_BYTES || isZero(bytes)) return false;
  const reduced = ristretto.reduceScalar(concat(bytes, new Uint8Array(SCALAR_BYTES)));
  return reduced.every((byte, i) => byte === bytes[i]);
}
