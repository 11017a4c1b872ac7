import { createPrivateKey } from 'node:crypto';
import type { Caller } from '@datalab/features';
import { SignJWT } from 'jose';

const LIFETIME_SECONDS = 600;
/** Where an Ed25519 seed goes in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A token for the key holders of one lab in the name of one organisation, ten minutes long. */
export interface IssuedToken {
  token: string;
  expiresAt: Date;
}

/**
 * Signs caller tokens. Key services believe them only for organisations whose operator listed this platform as their issuer; where an
 * organisation has an identity provider of its own, that one is listed and these tokens are refused (docs/adr/0025).
 */
export class CallerTokenIssuer {
  private readonly key;

  constructor(
    private readonly options: { seed: Uint8Array; issuer: string; audience: string },
    private readonly now: () => Date,
  ) {
    this.key = createPrivateKey({
      key: Buffer.concat([PKCS8_HEAD, options.seed]),
      format: 'der',
      type: 'pkcs8',
    });
  }

  async issue({ organisationId, labId }: Caller): Promise<IssuedToken> {
    const issuedAt = Math.floor(this.now().getTime() / 1000);
    const expiresAt = issuedAt + LIFETIME_SECONDS;
    const token = await new SignJWT({ organisation_id: organisationId, lab_id: labId })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(this.options.issuer)
      .setAudience(this.options.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.key);
    return { token, expiresAt: new Date(expiresAt * 1000) };
  }
}
