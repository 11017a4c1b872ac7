import { describe, expect, it } from '@jest/globals';
import { toHex } from '../bytes.js';
import { countedBytes } from '../counted-bytes.fake.js';
import { generateKeyPair } from '../voprf/key-pair.js';
import { nobleRistretto } from '../voprf/noble-ristretto.js';
import { loadSodiumRistretto } from '../voprf/sodium-ristretto.js';
import { signDestruction, signingPublicKey, verifyDestruction } from './destruction.js';
import { provePossession, verifyPossession } from './possession.js';
import { holderCard, labKeyFingerprint, registerHolders } from './registered-holder.js';

const ristretto = await loadSodiumRistretto();
const rng = countedBytes('holder');
const holding = { labId: 'lab-1', holderId: 'a' };
const key = generateKeyPair(ristretto, rng);
const proof = provePossession(ristretto, key, holding, rng);

function card(labId: string, holderId: string, pair = generateKeyPair(ristretto, rng)) {
  const possession = provePossession(ristretto, pair, { labId, holderId }, rng);
  return { ...holderCard(labId, holderId, pair.publicKey, possession), url: `https://${holderId}.example` };
}

describe('a proof of possession', () => {
  it('holds for its key, lab, holder and purpose, over both libraries, and for nothing else', () => {
    const other = generateKeyPair(ristretto, rng);
    expect(verifyPossession(ristretto, key.publicKey, holding, proof)).toBe(true);
    expect(verifyPossession(nobleRistretto, key.publicKey, holding, proof)).toBe(true);
    for (const [publicKey, where, purpose] of [
      [other.publicKey, holding, 'possession'],
      [key.publicKey, { ...holding, labId: 'lab-2' }, 'possession'],
      [key.publicKey, { ...holding, holderId: 'b' }, 'possession'],
      [key.publicKey, { labId: 'lab-1a', holderId: '' }, 'possession'],
      [key.publicKey, holding, 'destruction'],
      [new Uint8Array(32), holding, 'possession'],
    ] as const) {
      expect(verifyPossession(ristretto, publicKey, where, proof, purpose)).toBe(false);
    }
    expect(verifyPossession(ristretto, key.publicKey, holding, new Uint8Array(64))).toBe(false);
    expect(verifyPossession(ristretto, key.publicKey, holding, proof.slice(1))).toBe(false);
  });

  it('is what a rogue key lacks: pk₂ = X − pk₁ makes the sum X, and cannot be proved', () => {
    const x = generateKeyPair(ristretto, rng);
    const minusOne = ristretto.subtractScalars(new Uint8Array(32), Uint8Array.of(1, ...new Uint8Array(31)));
    const rogue = ristretto.add(x.publicKey, ristretto.multiply(minusOne, key.publicKey));
    expect(toHex(ristretto.add(rogue, key.publicKey))).toBe(toHex(x.publicKey));
    const pretended = provePossession(ristretto, { share: x.share, publicKey: rogue }, holding, rng);
    expect(verifyPossession(ristretto, rogue, holding, pretended)).toBe(false);
  });
});

describe('registerHolders', () => {
  it('takes honest holders, in the order of their ids', () => {
    const holders = registerHolders(ristretto, 'lab-1', [card('lab-1', 'b'), card('lab-1', 'a')]);
    expect(holders.map(({ holderId, url }) => [holderId, url])).toEqual([
      ['a', 'https://a.example'],
      ['b', 'https://b.example'],
    ]);
  });

  it('refuses no holder, a false proof, another lab or suite, a holder or a key twice', () => {
    const honest = card('lab-1', 'a');
    for (const [cards, code] of [
      [[], 'pseudonym.holder-missing'],
      [[{ ...honest, possession: card('lab-1', 'a').possession }], 'pseudonym.possession-refused'],
      [[{ ...honest, holderId: 'b' }], 'pseudonym.possession-refused'],
      [[card('lab-2', 'a')], 'pseudonym.holder-mismatch'],
      [[{ ...honest, suite: 'P256-SHA256' }], 'pseudonym.holder-mismatch'],
      [[{ ...honest, context: 'ff' }], 'pseudonym.holder-mismatch'],
      [[{ ...honest, publicKey: 'zz' }], 'pseudonym.hex-invalid'],
      [[honest, card('lab-1', 'a')], 'pseudonym.holder-repeated'],
      [[card('lab-1', 'a', key), card('lab-1', 'b', key)], 'pseudonym.holder-repeated'],
    ] as const) {
      expect(() => registerHolders(ristretto, 'lab-1', cards)).toThrow(expect.objectContaining({ code }));
    }
  });

  it('gives a lab one fingerprint over all its holders, in any order', () => {
    const [a, b] = registerHolders(ristretto, 'lab-1', [card('lab-1', 'a'), card('lab-1', 'b')]);
    const fingerprint = labKeyFingerprint(ristretto, [a!, b!]);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(labKeyFingerprint(ristretto, [b!, a!])).toBe(fingerprint);
    expect(labKeyFingerprint(ristretto, [a!])).not.toBe(fingerprint);
  });
});

describe('a destruction proof', () => {
  const seed = rng(32);
  const statement = {
    ...holding,
    publicKey: toHex(key.publicKey),
    createdAt: '2026-01-01T00:00:00.000Z',
    destroyedAt: '2026-11-01T00:00:00.000Z',
    evaluatedElements: 25_000,
    erasedShareDigest: '00'.repeat(32),
    lastPossession: toHex(provePossession(ristretto, key, holding, rng, 'destruction')),
  };
  const signed = signDestruction(statement, seed);

  it('is verified with the public half of the signing key', () => {
    expect(verifyDestruction(ristretto, signed, signingPublicKey(seed))).toBe(true);
    expect(verifyDestruction(ristretto, signed, signingPublicKey(rng(32)))).toBe(false);
    expect(verifyDestruction(ristretto, signed, new Uint8Array(31))).toBe(false);
  });

  it('covers every field', () => {
    for (const field of Object.keys(statement) as (keyof typeof statement)[]) {
      const changed = { ...signed, [field]: field === 'evaluatedElements' ? 24_999 : `${signed[field]}0` };
      expect([field, verifyDestruction(ristretto, changed, signingPublicKey(seed))]).toEqual([field, false]);
    }
    expect(verifyDestruction(ristretto, { ...signed, signature: 'ab' }, signingPublicKey(seed))).toBe(false);
  });

  it('needs the share of the key that it names, not only the signing key', () => {
    const impostor = generateKeyPair(ristretto, rng);
    const lastPossession = toHex(provePossession(ristretto, impostor, holding, rng, 'destruction'));
    expect(
      verifyDestruction(ristretto, signDestruction({ ...statement, lastPossession }, seed), signingPublicKey(seed)),
    ).toBe(false);
  });
});
