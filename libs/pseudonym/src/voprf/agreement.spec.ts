import { describe, expect, it } from '@jest/globals';
import { ristretto255_oprf } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { concat, toHex } from '../bytes.js';
import { addEvaluations, blind, finalize, invertScalars } from './blind.js';
import { evaluateBatch } from './evaluate.js';
import { keyPairOf } from './key-pair.js';
import { nobleRistretto } from './noble-ristretto.js';
import { verifyEvaluation } from './proof.js';
import type { Ristretto } from './ristretto.js';
import { loadSodiumRistretto } from './sodium-ristretto.js';

const sodiumRistretto = await loadSodiumRistretto();
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const share = bytes(64)
  .map((wide) => nobleRistretto.reduceScalar(wide))
  .filter((scalar) => scalar.some((byte) => byte !== 0));
/** Replays the same 64 bytes for every draw, so that both sides draw alike. */
const replay = (wide: Uint8Array) => () => wide;

async function transcript(ristretto: Ristretto, inputs: Uint8Array[], secret: Uint8Array, wide: Uint8Array) {
  const key = keyPairOf(ristretto, secret);
  const blinded = inputs.map((input) => blind(ristretto, input, replay(wide)));
  const elements = blinded.map(({ element }) => element);
  const { evaluated, proof } = await evaluateBatch(ristretto, key, elements, replay(wide));
  const inverses = invertScalars(
    ristretto,
    blinded.map((one) => one.blind),
  );
  const outputs = inputs.map((input, i) =>
    finalize(ristretto, input, inverses[i] as Uint8Array, evaluated[i] as Uint8Array),
  );
  return { key, elements, evaluated, proof, outputs, blinds: blinded.map((one) => one.blind) };
}
const hex = ({ key, elements, evaluated, proof, outputs }: Awaited<ReturnType<typeof transcript>>) =>
  [key.publicKey, ...elements, ...evaluated, proof, ...outputs].map(toHex);

describe('two independent implementations', () => {
  const randomRun = [
    fc.array(fc.uint8Array({ maxLength: 80 }), { minLength: 1, maxLength: 3 }),
    share,
    bytes(64),
  ] as const;

  it('give the same bytes at every stage on random inputs', async () => {
    await fc.assert(
      fc.asyncProperty(...randomRun, async (inputs, secret, wide) => {
        const [slow, fast] = await Promise.all([
          transcript(nobleRistretto, inputs, secret, wide),
          transcript(sodiumRistretto, inputs, secret, wide),
        ]);
        expect(hex(fast)).toEqual(hex(slow));
      }),
      { numRuns: 20, seed: 9497 },
    );
  });

  it('agree with the whole protocol of @noble/curves, across the wire in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(...randomRun, async (inputs, secret, wide) => {
        const ours = await transcript(sodiumRistretto, inputs, secret, wide);
        const theirs = ristretto255_oprf.voprf.blindEvaluateBatch(secret, ours.key.publicKey, ours.elements);
        expect(theirs.evaluated.map(toHex)).toEqual(ours.evaluated.map(toHex));
        expect(
          verifyEvaluation(sodiumRistretto, ours.key.publicKey, ours.elements, theirs.evaluated, theirs.proof),
        ).toBe(true);
        const items = inputs.map((input, i) => ({
          input,
          blind: ours.blinds[i] as Uint8Array,
          blinded: ours.elements[i] as Uint8Array,
          evaluated: ours.evaluated[i] as Uint8Array,
        }));
        const outputs = ristretto255_oprf.voprf.finalizeBatch(items, ours.key.publicKey, ours.proof);
        expect(outputs.map(toHex)).toEqual(ours.outputs.map(toHex));
      }),
      { numRuns: 10, seed: 9498 },
    );
  });

  it('refuse the same strings as elements', () => {
    const order = toHex(nobleRistretto.subtractScalars(scalar(0), scalar(1)));
    expect(order).toBe('ecd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (candidate) => {
        expect(sodiumRistretto.isElement(candidate)).toBe(nobleRistretto.isElement(candidate));
      }),
      { numRuns: 100, seed: 9499 },
    );
    for (const ristretto of [nobleRistretto, sodiumRistretto]) {
      expect(ristretto.isElement(new Uint8Array(32))).toBe(false);
      expect(ristretto.isElement(ristretto.multiplyBase(scalar(1)))).toBe(true);
      expect(() => ristretto.multiply(scalar(0), ristretto.multiplyBase(scalar(1)))).toThrow('not an element');
      expect(() => ristretto.multiply(scalar(1), new Uint8Array(32))).toThrow('not an element');
      expect(() => ristretto.add(new Uint8Array(32).fill(0xff), ristretto.multiplyBase(scalar(1)))).toThrow();
    }
  });
});

describe('additive shares', () => {
  it('give, over two holders, what one holder of the sum would have given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), share, share, bytes(64), async (input, k1, k2, wide) => {
        const sum = sodiumRistretto.addScalars(k1, k2);
        fc.pre(sum.some((byte) => byte !== 0));
        const whole = await transcript(sodiumRistretto, [input], sum, wide);
        const parts = await Promise.all(
          [k1, k2].map((k) =>
            evaluateBatch(sodiumRistretto, keyPairOf(sodiumRistretto, k), whole.elements, replay(wide)),
          ),
        );
        const [added] = addEvaluations(
          sodiumRistretto,
          parts.map(({ evaluated }) => evaluated),
        );
        const [inverse] = invertScalars(sodiumRistretto, whole.blinds);
        const output = finalize(sodiumRistretto, input, inverse as Uint8Array, added as Uint8Array);
        expect(toHex(output)).toBe(toHex(whole.outputs[0] as Uint8Array));
      }),
      { numRuns: 25, seed: 9500 },
    );
  });
});

function scalar(value: number): Uint8Array {
  return concat(Uint8Array.of(value), new Uint8Array(31));
}
