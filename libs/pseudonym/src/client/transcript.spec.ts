import { describe, expect, it } from '@jest/globals';
import { concat, fromHex, isZero, toHex } from '../bytes.js';
import { countedBytes } from '../counted-bytes.fake.js';
import { registerHolders } from '../holder/registered-holder.js';
import { frameIdentifier, identifierBytes, type Identifier } from '../identifier/identifier.js';
import { blind } from '../voprf/blind.js';
import type { Ristretto, Scalar } from '../voprf/ristretto.js';
import { loadSodiumRistretto } from '../voprf/sodium-ristretto.js';
import { hashToElement } from '../voprf/transcript.js';
import { httpTransport } from './http-transport.js';
import { InMemoryHolder } from './in-memory-holder.fake.js';
import { pseudonymise } from './pseudonymise.js';

const sodiumRistretto = await loadSodiumRistretto();

/**
 * The same group with a map to it whose discrete logarithm is known (u ↦ u·G). Insecure, and just what is needed to write down, for any blind
 * of one identifier, the blind of another that gives the same element: with the real map it exists as surely, only nobody can compute it.
 */
const logarithms = new Map<string, Scalar>();
const transparent: Ristretto = {
  ...sodiumRistretto,
  elementFromUniform(uniform) {
    const logarithm = sodiumRistretto.reduceScalar(uniform);
    const element = sodiumRistretto.multiplyBase(logarithm);
    logarithms.set(toHex(element), logarithm);
    return element;
  },
};
const logarithmOf = (identifier: Identifier): Scalar =>
  logarithms.get(toHex(hashToElement(transparent, identifierBytes(identifier)))) as Scalar;

const poor = ['999990019', '999990020', '999990032'].map((value) => frameIdentifier('person', value));
const rich = ['A1', 'B2', 'C3'].map((value) => frameIdentifier('address', value));

/** Every byte that leaves the client in one run, as text, over real HTTP framing. */
async function transcript(identifiers: readonly Identifier[], blinds: readonly Scalar[]): Promise<string[]> {
  const left = blinds.map((scalar) => concat(scalar, new Uint8Array(32)));
  const sent: string[] = [];
  const holder = new InMemoryHolder(transparent, 'lab-1', 'a', countedBytes('holder'));
  const transport = httpTransport(async (url, body) => {
    sent.push(url, body);
    const elements = (JSON.parse(body) as { elements: string[] }).elements.map((one) => fromHex(one, 32, 'element'));
    const { evaluated, proof } = await holder.evaluate(elements);
    return { status: 200, body: JSON.stringify({ evaluated: evaluated.map(toHex), proof: toHex(proof) }) };
  });
  const rng = () => left.shift() as Uint8Array;
  const holders = registerHolders(transparent, 'lab-1', [{ ...holder.card, url: 'https://keys.example' }]);
  await pseudonymise(identifiers, holders, transport, { ristretto: transparent, rng, batchSize: 2 });
  return sent;
}

describe('what a key holder receives', () => {
  it('is, byte for byte, equally well explained by any other identifiers: blinds ↔ elements is a bijection', async () => {
    const rng = countedBytes('blinds');
    const blinds = poor.map(() => sodiumRistretto.reduceScalar(rng(64)));
    const others = blinds.map((scalar, i) => {
      const wanted = sodiumRistretto.multiplyScalars(scalar, logarithmOf(poor[i] as Identifier));
      return sodiumRistretto.multiplyScalars(wanted, sodiumRistretto.invertScalar(logarithmOf(rich[i] as Identifier)));
    });
    expect(others.some(isZero)).toBe(false);
    expect(others.map(toHex)).not.toEqual(blinds.map(toHex));
    const seen = await transcript(poor, blinds);
    expect(seen).toEqual(await transcript(rich, others));
    expect(seen.filter((_, i) => i % 2 === 0)).toEqual([
      'https://keys.example/v1/labs/lab-1/evaluations',
      'https://keys.example/v1/labs/lab-1/evaluations',
    ]);
  });

  it('has the fields and the size of the number of elements, nothing more', async () => {
    const [, body] = await transcript(
      poor,
      [1, 2, 3].map((n) => concat(Uint8Array.of(n), new Uint8Array(31))),
    );
    expect(body).toMatch(/^\{"elements":\["[0-9a-f]{64}","[0-9a-f]{64}"\]\}$/);
  });

  it('is uniform for one identifier as for another (two samples of 1500, χ² over the top bits)', () => {
    const sample = (identifier: Identifier, seed: string) => {
      const rng = countedBytes(seed);
      const counts = new Array<number>(16).fill(0);
      for (let i = 0; i < 1500; i++) {
        const { element } = blind(sodiumRistretto, identifierBytes(identifier), rng);
        const bin = (element[7] as number) >> 4;
        counts[bin] = (counts[bin] as number) + 1;
      }
      return counts;
    };
    const one = sample(poor[0] as Identifier, 'sample one');
    const two = sample(rich[0] as Identifier, 'sample two');
    const homogeneity = one.reduce((sum, n, i) => sum + (n - (two[i] as number)) ** 2 / (n + (two[i] as number)), 0);
    const uniformity = one.reduce((sum, n) => sum + (n - 1500 / 16) ** 2 / (1500 / 16), 0);
    // χ² with 15 degrees of freedom: 37.7 is passed once in a thousand; the seeds are fixed, so this is no lottery.
    expect(homogeneity).toBeLessThan(37.7);
    expect(uniformity).toBeLessThan(37.7);
  });

  it('is never twice the same for the same identifier', () => {
    const rng = countedBytes('fresh');
    const seen = Array.from({ length: 50 }, () =>
      toHex(blind(sodiumRistretto, identifierBytes(poor[0] as Identifier), rng).element),
    );
    expect(new Set(seen).size).toBe(50);
  });
});
