import type { JSONWebKeySet } from 'jose';
import type pg from 'pg';

/** An issuer on the operator's list: its keys, or the one address where they are. */
export type TokenIssuer = { readonly issuer: string } & (
  | { readonly jwks: JSONWebKeySet; readonly jwksUrl?: undefined }
  | { readonly jwks?: undefined; readonly jwksUrl: string }
);

/** Undefined for an issuer that the operator did not list. */
export async function findIssuer(database: Pick<pg.Pool, 'query'>, issuer: string): Promise<TokenIssuer | undefined> {
  const { rows } = await database.query<{ jwks: JSONWebKeySet | null; jwks_url: string | null }>(
    'select jwks, jwks_url from token_issuer where issuer = $1',
    [issuer],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return row.jwks === null ? { issuer, jwksUrl: String(row.jwks_url) } : { issuer, jwks: row.jwks };
}

/** The issuer that may speak for an organisation; undefined for an organisation that is not listed. */
export async function findIssuerOf(
  database: Pick<pg.Pool, 'query'>,
  organisationId: string,
): Promise<string | undefined> {
  const { rows } = await database.query<{ issuer: string }>(
    'select issuer from organisation where organisation_id = $1',
    [organisationId],
  );
  return rows[0]?.issuer;
}
