import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { inTransaction } from '../database/transaction.js';
import { OperatorFault, recordAct, required, type Arguments, type OperatorContext } from './operator-context.js';

/** Public keys only: a key set with a private or a shared key in it was exported by mistake. */
export const KEY_SET = z.object({
  keys: z
    .array(
      z.looseObject({ kty: z.enum(['EC', 'OKP', 'RSA']), d: z.undefined().optional(), k: z.undefined().optional() }),
    )
    .min(1),
});

/**
 * `add-issuer --issuer URL (--jwks-file FILE | --jwks-url URL)`: lists who may say which organisation a caller is, or renews the keys of a
 * listed one. A file fixes the keys until the operator renews them; an address follows the issuer's own rotation.
 */
export async function addIssuer(context: OperatorContext, args: Arguments) {
  const issuer = required(args, 'issuer');
  const { 'jwks-file': file, 'jwks-url': url } = args;
  if ((file === undefined) === (url === undefined)) throw new OperatorFault('Give --jwks-file or --jwks-url.');
  const jwks = file === undefined ? undefined : await readKeySet(file);
  if (url !== undefined && !isSafeAddress(url)) throw new OperatorFault('--jwks-url is an https address.');
  return listIssuer(context, issuer, jwks, url);
}

/** Lists an issuer, or renews the keys of a listed one. */
export async function listIssuer(
  context: OperatorContext,
  issuer: string,
  jwks: z.infer<typeof KEY_SET> | undefined,
  url?: string,
) {
  await inTransaction(context.pool, async (tx) => {
    await tx.query(
      `insert into token_issuer (issuer, jwks, jwks_url, added_at) values ($1, $2, $3, $4)
       on conflict (issuer) do update set jwks = excluded.jwks, jwks_url = excluded.jwks_url, added_at = excluded.added_at`,
      [issuer, jwks === undefined ? null : JSON.stringify(jwks), url ?? null, context.clock.now()],
    );
    await recordAct(tx, context, 'add-issuer', { issuer, keys: jwks?.keys.length ?? String(url) });
  });
  return { issuer, keys: jwks?.keys.length ?? 'fetched' };
}

async function readKeySet(file: string) {
  const result = KEY_SET.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!result.success) throw new OperatorFault('--jwks-file is not a set of public keys (EC, OKP or RSA).');
  return result.data;
}

/** Plain http only towards this machine, for development. */
function isSafeAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname));
}
