import { describe, expect, it } from '@jest/globals';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/curves/utils.js';
import { concat, toHex } from '../bytes.js';
import { blind, finalize, invertScalars } from './blind.js';
import { evaluateBatch } from './evaluate.js';
import { deriveKeyPair } from './key-pair.js';
import { nobleRistretto } from './noble-ristretto.js';
import { verifyEvaluation } from './proof.js';
import { RFC9497 } from './rfc9497-vectors.js';
import { loadSodiumRistretto } from './sodium-ristretto.js';

const sodiumRistretto = await loadSodiumRistretto();
/** A scalar below ℓ, widened with zeros, is its own reduction: so the vectors' scalars can be "drawn". */
const draw = (...scalars: readonly string[]) => {
  const left = [...scalars];
  return () => concat(hexToBytes(left.shift() as string), new Uint8Array(32));
};

describe.each([nobleRistretto, sodiumRistretto])('RFC 9497 appendix A.1.2 over $name', (ristretto) => {
  const key = deriveKeyPair(ristretto, hexToBytes(RFC9497.seed), hexToBytes(RFC9497.keyInfo));

  it('derives the key pair', () => {
    expect(toHex(key.share)).toBe(RFC9497.share);
    expect(toHex(key.publicKey)).toBe(RFC9497.publicKey);
  });

  it.each(RFC9497.vectors.map((vector, i) => ({ place: i + 1, vector })))(
    'reproduces every value of vector $place',
    async ({ vector }) => {
      const rng = draw(...vector.blinds);
      const blinded = vector.inputs.map((input) => blind(ristretto, hexToBytes(input), rng));
      expect(blinded.map(({ element }) => toHex(element))).toEqual(vector.blinded);

      const elements = blinded.map(({ element }) => element);
      const { evaluated, proof } = await evaluateBatch(ristretto, key, elements, draw(vector.proofScalar));
      expect(evaluated.map(toHex)).toEqual(vector.evaluated);
      expect(toHex(proof)).toBe(vector.proof);
      expect(verifyEvaluation(ristretto, key.publicKey, elements, evaluated, proof)).toBe(true);

      const inverses = invertScalars(
        ristretto,
        blinded.map((one) => one.blind),
      );
      const outputs = vector.inputs.map((input, i) =>
        finalize(ristretto, hexToBytes(input), inverses[i] as Uint8Array, evaluated[i] as Uint8Array),
      );
      expect(outputs.map(toHex)).toEqual(vector.outputs);
    },
  );

  it('agrees with the RFC 9497 protocol that @noble/curves brings itself', () => {
    for (const vector of RFC9497.vectors) {
      const items = vector.inputs.map((input, i) => ({
        input: hexToBytes(input),
        blind: hexToBytes(vector.blinds[i] as string),
        evaluated: hexToBytes(vector.evaluated[i] as string),
        blinded: hexToBytes(vector.blinded[i] as string),
      }));
      const outputs = ristretto255_oprf.voprf.finalizeBatch(items, key.publicKey, hexToBytes(vector.proof));
      expect(outputs.map(toHex)).toEqual(vector.outputs);
    }
  });
});
