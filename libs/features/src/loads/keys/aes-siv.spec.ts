import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { aessiv } from '@noble/ciphers/aes.js';
import { decryptPseudonyms, ENCRYPTED_BYTES, encryptPseudonyms } from './aes-siv.js';

const bytes = (text: string) => new Uint8Array(createHash('sha512').update(text).digest());
const key = bytes('key');

describe('AES-SIV over many pseudonyms at once', () => {
  it('gives what the implementation of @noble/ciphers gives, each as if it were alone', () => {
    for (const seed of ['a', 'b', 'c']) {
      const one = bytes(`key ${seed}`);
      const messages = Array.from({ length: 200 }, (_, i) => bytes(`${seed} ${i}`));
      messages.push(new Uint8Array(64), new Uint8Array(64).fill(0xff));
      const expected = messages.map((message) => Buffer.from(aessiv(one).encrypt(message)));
      expect(encryptPseudonyms(one, Buffer.concat(messages)).equals(Buffer.concat(expected))).toBe(true);
    }
  });

  it('opens again, and nothing else opens', () => {
    const messages = Buffer.concat([bytes('x'), bytes('y'), bytes('x')]);
    const encrypted = encryptPseudonyms(key, messages);
    expect(decryptPseudonyms(key, encrypted).equals(messages)).toBe(true);
    expect(encrypted.subarray(0, ENCRYPTED_BYTES).equals(encrypted.subarray(2 * ENCRYPTED_BYTES))).toBe(true);
    expect(() => decryptPseudonyms(bytes('other'), encrypted)).toThrow('does not open');
    for (const place of [0, 15, 16, 79, 80]) {
      const changed = Buffer.from(encrypted);
      changed[place]! ^= 1;
      expect(() => decryptPseudonyms(key, changed)).toThrow('does not open');
    }
  });

  it('shares nothing between two keys, and refuses what has not the right length', () => {
    const message = randomBytes(64);
    const [one, two] = [encryptPseudonyms(key, message), encryptPseudonyms(bytes('other'), message)];
    expect(one.equals(two)).toBe(false);
    expect(encryptPseudonyms(key, new Uint8Array(0))).toHaveLength(0);
    expect(() => encryptPseudonyms(key, new Uint8Array(63))).toThrow(RangeError);
    expect(() => decryptPseudonyms(key, new Uint8Array(81))).toThrow(RangeError);
    expect(() => encryptPseudonyms(key.subarray(1), message)).toThrow(RangeError);
  });
});
