import { createCipheriv } from 'node:crypto';

/** A pseudonym, and what it becomes: the synthetic IV before as many bytes. */
export const PSEUDONYM_BYTES = 64;
export const ENCRYPTED_BYTES = 16 + PSEUDONYM_BYTES;
/** Two AES-256 keys: one for the synthetic IV, one for the counter. */
export const SIV_KEY_BYTES = 64;

const BLOCK = 16;
const BLOCKS = PSEUDONYM_BYTES / BLOCK;

/**
 * AES-SIV (RFC 5297) without associated data, for many messages of 64 bytes at once: the same key and pseudonym give the same 80 bytes, and
 * nothing of two different ones can be compared. `pseudonyms` holds them one after the other; so does the answer.
 *
 * One AES call per block of the message for all messages together, since a call per message would take longer than everything else that is
 * done with a row. Held to the implementation of @noble/ciphers by test.
 */
export function encryptPseudonyms(key: Uint8Array, pseudonyms: Uint8Array): Buffer {
  const count = pseudonyms.length / PSEUDONYM_BYTES;
  if (!Number.isInteger(count) || key.length !== SIV_KEY_BYTES) throw new RangeError('64 bytes each, and a key of 64');
  const macKey = key.subarray(0, SIV_KEY_BYTES / 2);
  const ivs = syntheticIvs(macKey, pseudonyms, count);
  const stream = keyStream(key.subarray(SIV_KEY_BYTES / 2), ivs, count);
  const out = Buffer.allocUnsafe(count * ENCRYPTED_BYTES);
  for (let i = 0; i < count; i += 1) {
    const at = i * ENCRYPTED_BYTES;
    ivs.copy(out, at, i * BLOCK, (i + 1) * BLOCK);
    for (let b = 0; b < PSEUDONYM_BYTES; b += 1)
      out[at + BLOCK + b] = pseudonyms[i * PSEUDONYM_BYTES + b]! ^ stream[i * PSEUDONYM_BYTES + b]!;
  }
  return out;
}

/** The pseudonyms again. Throws where one was changed, or was made under another key. */
export function decryptPseudonyms(key: Uint8Array, encrypted: Uint8Array): Buffer {
  const count = encrypted.length / ENCRYPTED_BYTES;
  if (!Number.isInteger(count) || key.length !== SIV_KEY_BYTES) throw new RangeError('80 bytes each, and a key of 64');
  const ivs = Buffer.allocUnsafe(count * BLOCK);
  for (let i = 0; i < count; i += 1)
    ivs.set(encrypted.subarray(i * ENCRYPTED_BYTES, i * ENCRYPTED_BYTES + BLOCK), i * BLOCK);
  const stream = keyStream(key.subarray(SIV_KEY_BYTES / 2), ivs, count);
  const out = Buffer.allocUnsafe(count * PSEUDONYM_BYTES);
  for (let i = 0; i < count; i += 1)
    for (let b = 0; b < PSEUDONYM_BYTES; b += 1)
      out[i * PSEUDONYM_BYTES + b] = encrypted[i * ENCRYPTED_BYTES + BLOCK + b]! ^ stream[i * PSEUDONYM_BYTES + b]!;
  if (!syntheticIvs(key.subarray(0, SIV_KEY_BYTES / 2), out, count).equals(ivs))
    throw new Error('a stored key does not open under the key of its source');
  return out;
}

/** S2V of one string: CMAC over the message, its last block mixed with the CMAC of a block of zeros. */
function syntheticIvs(macKey: Uint8Array, messages: Uint8Array, count: number): Buffer {
  const subKey = doubled(ecb(macKey, Buffer.alloc(BLOCK)));
  // CMAC of the block of zeros: the whole block is E(0 ⊕ K1).
  const mixed = ecb(macKey, subKey);
  let chain = Buffer.alloc(count * BLOCK);
  for (let block = 0; block < BLOCKS; block += 1) {
    const isLast = block === BLOCKS - 1;
    for (let i = 0; i < count; i += 1)
      for (let b = 0; b < BLOCK; b += 1) {
        const at = i * BLOCK + b;
        chain[at]! ^= messages[i * PSEUDONYM_BYTES + block * BLOCK + b]!;
        if (isLast) chain[at]! ^= mixed[b]! ^ subKey[b]!;
      }
    chain = ecb(macKey, chain);
  }
  return chain;
}

/** Four counter blocks per message from its IV, two bits of which are cleared so that the counter never carries. */
function keyStream(key: Uint8Array, ivs: Buffer, count: number): Buffer {
  const counters = Buffer.allocUnsafe(count * PSEUDONYM_BYTES);
  for (let i = 0; i < count; i += 1)
    for (let block = 0; block < BLOCKS; block += 1) {
      const at = i * PSEUDONYM_BYTES + block * BLOCK;
      ivs.copy(counters, at, i * BLOCK, (i + 1) * BLOCK);
      counters[at + 8]! &= 0x7f;
      counters[at + 12]! &= 0x7f;
      counters.writeUInt32BE(counters.readUInt32BE(at + 12) + block, at + 12);
    }
  return ecb(key, counters);
}

function ecb(key: Uint8Array, blocks: Uint8Array): Buffer<ArrayBuffer> {
  const cipher = createCipheriv('aes-256-ecb', key, null);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(blocks), cipher.final()]);
}

/** Multiplication by x in GF(2¹²⁸), as CMAC makes its sub-keys. */
function doubled(block: Buffer): Buffer {
  const out = Buffer.alloc(BLOCK);
  for (let i = 0; i < BLOCK; i += 1) out[i] = ((block[i]! << 1) | ((block[i + 1] ?? 0) >> 7)) & 0xff;
  if ((block[0]! & 0x80) !== 0) out[BLOCK - 1]! ^= 0x87;
  return out;
}
