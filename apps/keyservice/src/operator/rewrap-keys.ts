import { inTransaction } from '../database/transaction.js';
import { unwrapShare, wrappingKeyId, wrapShare } from '../keys/key-wrap.js';
import { lockLiveKeys } from '../keys/lab-key.repository.js';
import { OperatorFault, recordAct, type OperatorContext } from './operator-context.js';

/**
 * `rewrap-keys`, with KEYSERVICE_NEXT_WRAPPING_KEY set: wraps every share that still exists under the next wrapping key, all or none. When
 * the operator then destroys the old wrapping key, the shares of destroyed labs in old backups cannot be opened by anybody.
 */
export async function rewrapKeys(context: OperatorContext) {
  const { pool, env, rng } = context;
  const next = env.nextWrappingKey;
  if (next === undefined) throw new OperatorFault('KEYSERVICE_NEXT_WRAPPING_KEY is missing.');
  const [from, to] = [wrappingKeyId(env.wrappingKey), wrappingKeyId(next)];
  if (from === to) throw new OperatorFault('The next wrapping key is the one in use.');
  const rewrapped = await inTransaction(pool, async (tx) => {
    const keys = await lockLiveKeys(tx);
    for (const key of keys) {
      const share = unwrapShare(key.wrappedShare as Uint8Array, env.wrappingKey, key);
      const wrapped = wrapShare(share, next, key, rng);
      share.fill(0);
      await tx.query('update lab_key set wrapped_share = $2, wrapping_key_id = $3 where lab_id = $1', [
        key.labId,
        wrapped,
        to,
      ]);
    }
    await recordAct(tx, context, 'rewrap-keys', { keys: keys.length, from, to });
    return keys.length;
  });
  await pool.query('vacuum full lab_key');
  return { rewrapped, from, to };
}
