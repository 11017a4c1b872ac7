import { createHash } from 'node:crypto';
import { invalidInput } from '@datalab/domain';

/** What the receiver's screen and its own computer both show of a public key: SHA-256, the first 16 bytes in hex, in groups of four. */
export const fingerprintOf = (publicKey: Uint8Array): string =>
  createHash('sha256')
    .update(publicKey)
    .digest('hex')
    .slice(0, 32)
    .replace(/(.{4})(?=.)/g, '$1 ');

/** A public key as it is registered: 32 bytes in base64. Throws InvalidInput otherwise. */
export function receiverKeyOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || bytes.toString('base64') !== text)
    throw invalidInput('way-back.public-key', 'A public key is 32 bytes in base64.', [{ field: 'publicKey' }]);
  return bytes;
}
