import type { Clock } from '@datalab/domain';
import { createLocalJWKSet, createRemoteJWKSet, decodeJwt, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type pg from 'pg';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import { findIssuer, findIssuerOf, type TokenIssuer } from './issuer.repository.js';

/** Who asks, for which lab, as a listed issuer says. */
export interface Caller {
  readonly organisationId: string;
  readonly labId: string;
}

const CLAIMS = z.object({ organisation_id: z.string().min(1).max(64), lab_id: z.string().min(1).max(64) });
/** Signatures only: a shared secret would let the key service forge the tokens that it checks. */
const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519', 'PS256', 'RS256'];
const LONGEST_TOKEN = 8192;

/** Reads and verifies callers' tokens against the operator's list of issuers. */
export class Callers {
  private readonly remote = new Map<string, JWTVerifyGetKey>();

  constructor(
    private readonly database: Pick<pg.Pool, 'query'>,
    private readonly audience: string,
    private readonly clock: Clock,
  ) {}

  /**
   * The caller behind an Authorization header. Throws Problem 401 without a token, or when it is of an unlisted issuer, for another audience,
   * expired or older than an hour, not signed by a key of the issuer, or lacks `organisation_id` or `lab_id`; 403 when its issuer is not the
   * one that the operator listed for that organisation.
   */
  async verify(authorization: string | undefined): Promise<Caller> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined || token.length > LONGEST_TOKEN) throw new Problem('keyservice.token-missing');
    const issuer = await findIssuer(this.database, issuerOf(token));
    if (issuer === undefined) throw new Problem('keyservice.token-refused');
    const claims = CLAIMS.safeParse(await this.payload(token, issuer));
    if (!claims.success) throw new Problem('keyservice.token-refused');
    const { organisation_id: organisationId, lab_id: labId } = claims.data;
    if ((await findIssuerOf(this.database, organisationId)) !== issuer.issuer)
      throw new Problem('keyservice.not-listed');
    return { organisationId, labId };
  }

  private async payload(token: string, issuer: TokenIssuer): Promise<unknown> {
    try {
      const { payload } = await jwtVerify(token, this.keysOf(issuer), {
        algorithms: ALGORITHMS,
        audience: this.audience,
        issuer: issuer.issuer,
        requiredClaims: ['exp', 'iat'],
        maxTokenAge: '1h',
        clockTolerance: '5s',
        currentDate: this.clock.now(),
      });
      return payload;
    } catch (reason) {
      if (reason instanceof errors.JOSEError && !(reason instanceof errors.JWKSTimeout)) {
        throw new Problem('keyservice.token-refused');
      }
      throw reason;
    }
  }

  private keysOf({ jwks, jwksUrl }: TokenIssuer): JWTVerifyGetKey {
    if (jwks !== undefined) return createLocalJWKSet(jwks);
    const keys = this.remote.get(jwksUrl) ?? createRemoteJWKSet(new URL(jwksUrl));
    this.remote.set(jwksUrl, keys);
    return keys;
  }
}

/** The issuer that a token claims, before anything is verified: only to know which keys to verify it with. */
function issuerOf(token: string): string {
  try {
    return String(decodeJwt(token).iss ?? '');
  } catch {
    throw new Problem('keyservice.token-refused');
  }
}
