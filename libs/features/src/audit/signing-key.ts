import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** What DER puts before the 32 bytes of an Ed25519 key (RFC 8410): of a private and of a public one. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** The key that heads are signed with. It never leaves the worker: what it signs is worth something because the database lacks it. */
export class SigningKey {
  private readonly key: KeyObject;
  /** For everybody, 32 bytes in base64url. */
  readonly publicKey: string;

  /** From its seed: 32 bytes in base64url. */
  constructor(seed: string) {
    const der = Buffer.concat([PRIVATE_PREFIX, Buffer.from(seed, 'base64url')]);
    this.key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.key).export({ format: 'jwk' }).x!;
  }

  /** Ed25519 over the text, in base64url; the same text gives the same signature. */
  sign(text: string): string {
    return sign(null, Buffer.from(text), this.key).toString('base64url');
  }
}

/** Whether this signature was made over this text by who holds the private half of this key; false too where either is malformed. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const raw = Buffer.from(publicKey, 'base64url');
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, raw]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}
