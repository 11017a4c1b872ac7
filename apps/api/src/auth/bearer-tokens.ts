import type { Clock } from '@datalab/domain';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';

/** What a good access token says: who it is about, and through which client it was got. */
export interface BearerIdentity {
  issuer: string;
  subject: string;
  /** Undefined where the provider does not say; enough for a person, not for a program. */
  clientId: string | undefined;
}

export interface BearerOptions {
  issuer: string;
  /** What tokens must be made out to: another client's token, or an identity token, is not for us. */
  audience: string;
  /** Claim by which the provider names somebody the same to all its clients. */
  subjectClaim: 'sub' | 'oid';
  /** Where the provider keeps its signing keys; asked for when first needed. */
  jwksUri: () => Promise<string>;
  clock: Clock;
}

/** Asymmetric only: with a shared secret, whoever checks could also sign. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;

/** Checks JWT access tokens (RFC 9068) of the one configured provider. */
export class BearerTokens {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly options: BearerOptions) {}

  /** Undefined where the token is not good, whatever the reason; throws only when the provider cannot be asked for its keys. */
  async verify(token: string): Promise<BearerIdentity | undefined> {
    const { issuer, audience, clock } = this.options;
    const keys = await this.provider();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'iat', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: clock.now(),
      });
      return this.identityIn(payload);
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) throw error;
      return undefined;
    }
  }

  private identityIn(payload: JWTPayload): BearerIdentity | undefined {
    const subject = payload[this.options.subjectClaim];
    if (typeof subject !== 'string' || subject === '') return undefined;
    const clientId = payload['client_id'] ?? payload['azp'];
    return { issuer: this.options.issuer, subject, clientId: typeof clientId === 'string' ? clientId : undefined };
  }

  /** The key set keeps itself: kept for ten minutes, fetched anew for a key it does not know, at most twice a minute. */
  private provider(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.options
      .jwksUri()
      .then((uri) => createRemoteJWKSet(new URL(uri), { timeoutDuration: 5_000, cooldownDuration: 30_000 }))
      .catch((error: unknown) => {
        this.keys = undefined;
        throw error;
      });
    return this.keys;
  }
}
