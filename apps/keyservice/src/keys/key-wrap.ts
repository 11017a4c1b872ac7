import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { SCALAR_BYTES, type RandomBytes } from '@datalab/pseudonym';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a wrapped share belongs to; authenticated with it, so that a share cannot be moved to another lab or another public key. */
export interface WrapPlace {
  readonly labId: string;
  readonly publicKey: Uint8Array;
}

/** Names a wrapping key without telling it: 16 hexadecimal digits. */
export const wrappingKeyId = (wrappingKey: Uint8Array): string =>
  createHash('sha256').update('wrapping-key-id').update(wrappingKey).digest('hex').slice(0, 16);

const place = ({ labId, publicKey }: WrapPlace): Buffer =>
  Buffer.concat([Buffer.from(`lab-key-share-v1|${labId}|`), publicKey]);

/** AES-256-GCM under the wrapping key, which comes from outside the database: nonce, then ciphertext, then tag (60 bytes). */
export function wrapShare(share: Uint8Array, wrappingKey: Uint8Array, where: WrapPlace, rng: RandomBytes): Buffer {
  const nonce = rng(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce).setAAD(place(where));
  return Buffer.concat([nonce, cipher.update(share), cipher.final(), cipher.getAuthTag()]);
}

/** The share (32 bytes; overwrite it after use). Throws when the wrapping key, the lab or the public key is another one. */
export function unwrapShare(wrapped: Uint8Array, wrappingKey: Uint8Array, where: WrapPlace): Uint8Array {
  if (wrapped.length !== NONCE_BYTES + SCALAR_BYTES + TAG_BYTES)
    throw new Error('A wrapped key share has a wrong length.');
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, wrapped.subarray(0, NONCE_BYTES))
    .setAAD(place(where))
    .setAuthTag(wrapped.subarray(-TAG_BYTES));
  const share = decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES));
  decipher.final();
  return new Uint8Array(share);
}
