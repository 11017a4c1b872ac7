import { invalidInput } from '@datalab/domain';
import { concat, equalBytes, twoBytes, utf8, withLength } from '../bytes.js';
import type { RandomBytes } from '../random-bytes.js';
import type { KeyPair } from './key-pair.js';
import { SCALAR_BYTES, type Element, type Ristretto, type Scalar } from './ristretto.js';
import { CONTEXT, hashToScalar, isScalar, randomScalar } from './transcript.js';

/** A batched DLEQ proof: challenge c, then response s; 64 bytes whatever the size of the batch. */
export const PROOF_BYTES = 2 * SCALAR_BYTES;

const SEED_TAG = concat(utf8('Seed-'), CONTEXT);
const COMPOSITE = utf8('Composite');
const CHALLENGE = utf8('Challenge');

/** The weights dᵢ of ComputeComposites (RFC 9497 §2.2.1): bound to the key and to both sides of every pair. */
export function compositeWeights(
  ristretto: Ristretto,
  publicKey: Element,
  blinded: readonly Element[],
  evaluated: readonly Element[],
): Scalar[] {
  if (blinded.length !== evaluated.length || blinded.length === 0) {
    throw invalidInput('pseudonym.batch-mismatch', 'A batch gives one evaluated element for each blinded element.');
  }
  const seed = ristretto.hash(withLength(publicKey, SEED_TAG));
  const seedPart = withLength(seed);
  return blinded.map((element, i) =>
    hashToScalar(ristretto, concat(seedPart, twoBytes(i), withLength(element, evaluated[i] as Element), COMPOSITE)),
  );
}

function challenge(ristretto: Ristretto, ...elements: readonly Element[]): Scalar {
  return hashToScalar(ristretto, concat(withLength(...elements), CHALLENGE));
}

/**
 * GenerateProof (RFC 9497 §2.2.1) over a batch whose composite M = Σ dᵢ · blindedᵢ is known: shows that one share, the one behind
 * `key.publicKey`, evaluated every element, and tells nothing else about it.
 */
export function proveComposite(ristretto: Ristretto, key: KeyPair, m: Element, rng: RandomBytes): Uint8Array {
  const z = ristretto.multiply(key.share, m);
  const r = randomScalar(ristretto, rng);
  const c = challenge(ristretto, key.publicKey, m, z, ristretto.multiplyBase(r), ristretto.multiply(r, m));
  return concat(c, ristretto.subtractScalars(r, ristretto.multiplyScalars(c, key.share)));
}

/**
 * VerifyProof (RFC 9497 §2.2.2). True only when the holder of `publicKey` evaluated every element of the batch, in this order. False for
 * any other key, element or order, and for a malformed proof or answer; throws InvalidInput when the two lists differ in length, are
 * empty, or when `blinded`, which is the caller's own, holds something that is no element.
 */
export function verifyEvaluation(
  ristretto: Ristretto,
  publicKey: Element,
  blinded: readonly Element[],
  evaluated: readonly Element[],
  proof: Uint8Array,
): boolean {
  const c = proof.subarray(0, SCALAR_BYTES);
  const s = proof.subarray(SCALAR_BYTES);
  if (!isScalar(ristretto, c) || !isScalar(ristretto, s)) return false;
  if (![publicKey, ...evaluated].every((element) => ristretto.isElement(element))) return false;
  const weights = compositeWeights(ristretto, publicKey, blinded, evaluated);
  const m = ristretto.sumOfProducts(weights, blinded);
  const z = ristretto.sumOfProducts(weights, evaluated);
  if (!ristretto.isElement(m) || !ristretto.isElement(z)) return false;
  const t2 = ristretto.add(ristretto.multiplyBase(s), ristretto.multiply(c, publicKey));
  const t3 = ristretto.add(ristretto.multiply(s, m), ristretto.multiply(c, z));
  return equalBytes(c, challenge(ristretto, publicKey, m, z, t2, t3));
}
