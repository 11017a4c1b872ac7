import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { JSONWebKeySet } from 'jose';

/** An issuer with a key of its own, as an organisation's identity provider would be. */
export interface TestIssuer {
  readonly issuer: string;
  readonly jwks: JSONWebKeySet;
  /** A signed token; claims given as undefined are left out. */
  token(claims: JWTPayload, header?: { alg?: string; kid?: string }): Promise<string>;
}

export async function createTestIssuer(issuer: string, alg = 'ES256'): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const kid = `${issuer}#1`;
  return {
    issuer,
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg }] },
    async token(claims, header) {
      const known = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
      return new SignJWT(known).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
    },
  };
}
