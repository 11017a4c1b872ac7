import { describe, expect, it } from '@jest/globals';
import { concat, utf8 } from '../bytes.js';
import { countedBytes } from '../counted-bytes.fake.js';
import { blind, invertScalars } from './blind.js';
import { evaluateBatch, LARGEST_BATCH } from './evaluate.js';
import { generateKeyPair } from './key-pair.js';
import { proveComposite, verifyEvaluation } from './proof.js';
import { loadSodiumRistretto } from './sodium-ristretto.js';
import { randomScalar } from './transcript.js';

const ristretto = await loadSodiumRistretto();
const rng = countedBytes('proof');
const key = generateKeyPair(ristretto, rng);
const elements = ['a', 'b', 'c'].map((text) => blind(ristretto, utf8(text), rng).element);
const honest = await evaluateBatch(ristretto, key, elements, rng);
const flip = (bytes: Uint8Array, place: number) => bytes.map((byte, i) => (i === place ? byte ^ 1 : byte));
const accepts = (
  evaluated: readonly Uint8Array[],
  proof = honest.proof,
  { publicKey } = key,
  blinded: readonly Uint8Array[] = elements,
) => verifyEvaluation(ristretto, publicKey, blinded, evaluated, proof);

describe('verifyEvaluation', () => {
  it('accepts the honest holder, for one element and for a batch larger than a stride', async () => {
    expect(accepts(honest.evaluated)).toBe(true);
    const many = Array.from({ length: 70 }, (_, i) => blind(ristretto, utf8(`${i}`), rng).element);
    for (const batch of [many, many.slice(0, 1)]) {
      const { evaluated, proof } = await evaluateBatch(ristretto, key, batch, rng);
      expect(verifyEvaluation(ristretto, key.publicKey, batch, evaluated, proof)).toBe(true);
    }
  });

  it('refuses another key, whether it is proved under the registered one or under its own', async () => {
    const swapped = generateKeyPair(ristretto, rng);
    const own = await evaluateBatch(ristretto, swapped, elements, rng);
    const pretending = await evaluateBatch(ristretto, { ...swapped, publicKey: key.publicKey }, elements, rng);
    expect(accepts(own.evaluated, own.proof)).toBe(false);
    expect(accepts(pretending.evaluated, pretending.proof)).toBe(false);
    expect(accepts(honest.evaluated, honest.proof, swapped)).toBe(false);
  });

  it('refuses one element evaluated under another key, a swapped order, another batch', () => {
    const [a, b, c] = honest.evaluated as [Uint8Array, Uint8Array, Uint8Array];
    expect(accepts([a, b, ristretto.add(c, c)])).toBe(false);
    expect(accepts([b, a, c])).toBe(false);
    expect(accepts([a, b, c], honest.proof, key, [...elements].reverse())).toBe(false);
  });

  it('refuses a proof with any bit turned, of the wrong length, of zeros, or with a scalar above the order', () => {
    for (const place of [0, 31, 32, 63]) expect(accepts(honest.evaluated, flip(honest.proof, place))).toBe(false);
    expect(accepts(honest.evaluated, honest.proof.subarray(0, 63))).toBe(false);
    expect(accepts(honest.evaluated, concat(honest.proof, Uint8Array.of(0)))).toBe(false);
    expect(accepts(honest.evaluated, new Uint8Array(64))).toBe(false);
    expect(accepts(honest.evaluated, new Uint8Array(64).fill(0xff))).toBe(false);
  });

  it('refuses answers that are the identity or no element, and a batch that lost one', () => {
    const [a, b] = honest.evaluated as [Uint8Array, Uint8Array];
    expect(accepts([a, b, new Uint8Array(32)])).toBe(false);
    expect(accepts([a, b, new Uint8Array(32).fill(0xff)])).toBe(false);
    expect(() => accepts([a, b])).toThrow('one evaluated element for each');
    expect(() => accepts([], honest.proof, key, [])).toThrow('one evaluated element for each');
  });

  it('never shows the share: two proofs over the same batch differ in both halves', async () => {
    const again = await evaluateBatch(ristretto, key, elements, rng);
    expect(again.evaluated).toEqual(honest.evaluated);
    expect(again.proof.slice(0, 32)).not.toEqual(honest.proof.slice(0, 32));
    expect(again.proof.slice(32)).not.toEqual(honest.proof.slice(32));
  });
});

describe('evaluateBatch', () => {
  it.each([
    ['an empty batch', [], 'at least one'],
    ['the identity', [new Uint8Array(32)], 'not an element'],
    ['a string that is no element', [new Uint8Array(32).fill(0xff)], 'not an element'],
    ['a short string', [new Uint8Array(31)], 'not an element'],
    ['too many', new Array<Uint8Array>(LARGEST_BATCH + 1).fill(elements[0] as Uint8Array), 'at most 65535'],
  ])('refuses %s before it multiplies', async (_, batch, reason) => {
    const untouchable = { ...ristretto, multiply: () => expect('multiply').toBe('not called') as never };
    await expect(evaluateBatch(untouchable, key, batch, rng)).rejects.toThrow(reason);
  });

  it('lets others work in between', async () => {
    const many = Array.from({ length: 70 }, (_, i) => blind(ristretto, utf8(`${i}`), rng).element);
    let pauses = 0;
    await evaluateBatch(ristretto, key, many, rng, async () => void pauses++);
    expect(pauses).toBeGreaterThanOrEqual(4);
  });
});

describe('scalars', () => {
  it('are never zero, and a source of zeros is reported', () => {
    let draws = 0;
    const zeroFirst = (length: number) => new Uint8Array(length).fill(draws++ === 0 ? 0 : 7);
    expect(randomScalar(ristretto, zeroFirst).some((byte) => byte !== 0)).toBe(true);
    expect(draws).toBe(2);
    expect(() => randomScalar(ristretto, (length) => new Uint8Array(length))).toThrow('gives zeros');
  });

  it.each([0, 1, 2, 5])('invert %i at once as they do one by one', (count) => {
    const scalars = Array.from({ length: count }, () => randomScalar(ristretto, rng));
    expect(invertScalars(ristretto, scalars)).toEqual(scalars.map((one) => ristretto.invertScalar(one)));
  });

  it('keep a proof from being made twice with one draw', () => {
    const m = ristretto.multiplyBase(randomScalar(ristretto, rng));
    expect(proveComposite(ristretto, key, m, rng)).not.toEqual(proveComposite(ristretto, key, m, rng));
  });
});
