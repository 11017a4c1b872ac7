import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countedBytes } from '../counted-bytes.fake.js';
import { loadSodiumRistretto } from '../voprf/sodium-ristretto.js';
import { generateSealingKeyPair, type SealingKeyPair } from './sealed-box.js';
import { openRecordHashes, sealRecordHashes } from './sealed-list.js';

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);

describe('the sealed list of a way back', () => {
  let receiver: SealingKeyPair;
  let other: SealingKeyPair;
  const rng = countedBytes('way back');
  beforeAll(async () => {
    await loadSodiumRistretto();
    receiver = generateSealingKeyPair(rng);
    other = generateSealingKeyPair(rng);
  });

  it('opens at its receiver, each hash once, in an order that says nothing', () => {
    fc.assert(
      fc.property(fc.array(hash), (hashes) => {
        const box = sealRecordHashes([...hashes, ...hashes], 'one', receiver.publicKey, rng);
        expect(openRecordHashes(box, 'one', receiver)).toEqual([...new Set(hashes)].sort());
      }),
    );
  });

  it('opens for nobody else, and not as the list of another request', () => {
    const box = sealRecordHashes(['a'.repeat(64)], 'one', receiver.publicKey, rng);
    expect(() => openRecordHashes(box, 'one', other)).toThrow(
      expect.objectContaining({ code: 'pseudonym.box-refused' }),
    );
    expect(() => openRecordHashes(box, 'two', receiver)).toThrow(
      expect.objectContaining({ code: 'pseudonym.box-misplaced' }),
    );
    const changed = Uint8Array.from(box, (byte, i) => (i === box.length - 1 ? byte ^ 1 : byte));
    expect(() => openRecordHashes(changed, 'one', receiver)).toThrow(
      expect.objectContaining({ code: 'pseudonym.box-refused' }),
    );
  });

  it('takes nothing but record hashes', () => {
    expect(() => sealRecordHashes(['Dorpsstraat 1'], 'one', receiver.publicKey, rng)).toThrow(
      expect.objectContaining({ code: 'pseudonym.hex-invalid' }),
    );
  });
});
