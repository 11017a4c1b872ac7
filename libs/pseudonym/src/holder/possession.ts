import { concat, equalBytes, utf8, withLength } from '../bytes.js';
import type { RandomBytes } from '../random-bytes.js';
import type { KeyPair } from '../voprf/key-pair.js';
import { SCALAR_BYTES, type Element, type Ristretto } from '../voprf/ristretto.js';
import { hashToScalar, isScalar, randomScalar } from '../voprf/transcript.js';

/** Who holds a share of which lab's key. Both go into every proof about it, so that none can be shown for another lab or holder. */
export interface Holding {
  readonly labId: string;
  readonly holderId: string;
}

const PURPOSES = { possession: 'PossessionProof-v1', destruction: 'DestructionProof-v1' } as const;
/** What the proof is given for; a proof for one purpose is no proof for the other. */
export type PossessionPurpose = keyof typeof PURPOSES;

function challenge(
  ristretto: Ristretto,
  purpose: PossessionPurpose,
  { labId, holderId }: Holding,
  publicKey: Element,
  commitment: Element,
) {
  const parts = [utf8(labId), utf8(holderId), publicKey, commitment];
  return hashToScalar(ristretto, concat(withLength(...parts), utf8(PURPOSES[purpose])));
}

/**
 * A proof that the holder knows the share behind its public key (Schnorr, made non-interactive with the suite's HashToScalar): 64 bytes,
 * challenge then response. Without it a second holder could register X − pk₁ for an X of its choice and own the sum by itself.
 */
export function provePossession(
  ristretto: Ristretto,
  key: KeyPair,
  holding: Holding,
  rng: RandomBytes,
  purpose: PossessionPurpose = 'possession',
): Uint8Array {
  const r = randomScalar(ristretto, rng);
  const c = challenge(ristretto, purpose, holding, key.publicKey, ristretto.multiplyBase(r));
  return concat(c, ristretto.subtractScalars(r, ristretto.multiplyScalars(c, key.share)));
}

/** True only when the proof was made with the share behind `publicKey`, for this lab, holder and purpose. Never throws on bad bytes. */
export function verifyPossession(
  ristretto: Ristretto,
  publicKey: Element,
  holding: Holding,
  proof: Uint8Array,
  purpose: PossessionPurpose = 'possession',
): boolean {
  const c = proof.subarray(0, SCALAR_BYTES);
  const s = proof.subarray(SCALAR_BYTES);
  if (!isScalar(ristretto, c) || !isScalar(ristretto, s) || !ristretto.isElement(publicKey)) return false;
  const commitment = ristretto.add(ristretto.multiplyBase(s), ristretto.multiply(c, publicKey));
  return equalBytes(c, challenge(ristretto, purpose, holding, publicKey, commitment));
}
