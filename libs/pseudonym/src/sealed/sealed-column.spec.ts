import { describe, expect, it } from '@jest/globals';
import sodium from 'libsodium-wrappers-sumo';
import { countedBytes } from '../counted-bytes.fake.js';
import { toHex } from '../bytes.js';
import { loadSodiumRistretto } from '../voprf/sodium-ristretto.js';
import { generateSealingKeyPair } from './sealed-box.js';
import { LARGEST_SEALED_PART, openColumn, sealColumn } from './sealed-column.js';

await loadSodiumRistretto();
const rng = countedBytes('sealing');
const worker = generateSealingKeyPair(rng);
const place = { load: 'load-1', column: 'household_key', part: 0 };
const column = [rng(64), undefined, rng(64)];
const sealed = sealColumn([...column, column[0]], place, worker.publicKey, rng);

describe('a sealed column', () => {
  it('opens to the same rows, with the rows without a key in their places', () => {
    expect(openColumn(sealed, place, worker)).toEqual([...column, column[0]]);
    expect(openColumn(sealColumn([], place, worker.publicKey, rng), place, worker)).toEqual([]);
  });

  it('is a plain libsodium sealed box', () => {
    const plain = sodium.crypto_box_seal_open(sealed, worker.publicKey, worker.privateKey);
    expect(plain.length).toBe(sealed.length - sodium.crypto_box_SEALBYTES);
    const theirs = sodium.crypto_box_seal(plain, worker.publicKey);
    expect(openColumn(theirs, place, worker)).toEqual([...column, column[0]]);
  });

  it('shows neither a pseudonym, nor that two rows are equal or have none, nor the same bytes twice', () => {
    expect(toHex(sealed)).not.toContain(toHex(column[0] as Uint8Array).slice(0, 16));
    const empty = sealColumn([undefined, undefined, undefined, undefined], place, worker.publicKey, rng);
    expect(empty.length).toBe(sealed.length);
    const chunks = Array.from({ length: 32 }, (_, i) => toHex(empty.slice(40 + i * 8, 48 + i * 8)));
    expect(new Set(chunks).size).toBe(32);
    expect(toHex(sealColumn(column, place, worker.publicKey, rng))).not.toBe(
      toHex(sealColumn(column, place, worker.publicKey, rng)),
    );
  });

  it('opens for no other key, nor when a byte is changed, nor in another place', () => {
    expect(() => openColumn(sealed, place, generateSealingKeyPair(rng))).toThrow('sealed to another key');
    const changed = sealed.map((byte, i) => (i === 100 ? byte ^ 1 : byte));
    expect(() => openColumn(changed, place, worker)).toThrow('was changed');
    expect(() => openColumn(new Uint8Array(3), place, worker)).toThrow('was changed');
    for (const other of [{ load: 'load-2' }, { column: 'person_key' }, { part: 1 }, { load: 'load-10' }]) {
      expect(() => openColumn(sealed, { ...place, ...other }, worker)).toThrow('another load, column or part');
    }
  });

  it('refuses what is no pseudonym, no key, or more rows than one part holds', () => {
    expect(() => sealColumn([new Uint8Array(63)], place, worker.publicKey, rng)).toThrow('64 bytes');
    expect(() => sealColumn(column, place, new Uint8Array(31), rng)).toThrow('32 bytes');
    const many = new Array<undefined>(LARGEST_SEALED_PART + 1).fill(undefined);
    expect(() => sealColumn(many, place, worker.publicKey, rng)).toThrow('at most 65535');
  });
});
