import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bytesOfHex, hexOf } from './hex.js';
import { recordHasher } from './record-hasher.js';
import { Sha256 } from './sha-256.js';

const encoder = new TextEncoder();
const sha = (bytes: Uint8Array) => hexOf(new Sha256().update(bytes).digest());

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('gives the published digest of %j', (text, digest) => expect(sha(encoder.encode(text))).toBe(digest));

  it('agrees with the digest of the platform, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(300), async (bytes, cut) => {
        const pieces = new Sha256().update(bytes.subarray(0, cut)).update(bytes.subarray(cut));
        const expected = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
        expect(hexOf(pieces.digest())).toBe(hexOf(expected));
      }),
    );
  });

  it('copies without disturbing the original', () => {
    const first = new Sha256().update(encoder.encode('ab'));
    first.copy().update(encoder.encode('x')).digest();
    expect(hexOf(first.update(encoder.encode('c')).digest())).toBe(sha(encoder.encode('abc')));
  });
});

describe('the record hash', () => {
  it('is the HMAC of RFC 4231, test case 1', () => {
    expect(recordHasher(new Uint8Array(20).fill(0x0b))('Hi There')).toBe(
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    );
  });

  it('agrees with the HMAC of the platform', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.string(), async (raw, message) => {
        const key = await crypto.subtle.importKey(
          'raw',
          Uint8Array.from(raw),
          { name: 'HMAC', hash: 'SHA-256' },
          false,
          ['sign'],
        );
        const expected = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(message)));
        expect(recordHasher(raw)(message)).toBe(hexOf(expected));
      }),
    );
  });

  it('refuses a key that HMAC would shorten', () => {
    expect(() => recordHasher(new Uint8Array(65))).toThrow(RangeError);
  });
});

describe('hexadecimal', () => {
  it('goes there and back', () => {
    expect(bytesOfHex('00ff7f')).toEqual(new Uint8Array([0, 255, 127]));
    expect(hexOf(new Uint8Array([0, 255, 127]))).toBe('00ff7f');
  });
  it.each(['0', 'zz', '0 '])('refuses %j', (text) => expect(bytesOfHex(text)).toBeUndefined());
});
