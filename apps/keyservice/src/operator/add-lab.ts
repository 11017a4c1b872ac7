import { generateKeyPair, holderCard, provePossession, signingPublicKey, toHex } from '@datalab/pseudonym';
import { inTransaction } from '../database/transaction.js';
import { wrappingKeyId, wrapShare } from '../keys/key-wrap.js';
import { OperatorFault, recordAct, requiredId, type Arguments, type OperatorContext } from './operator-context.js';

/**
 * `add-lab --lab ID`: makes this holder's share of the lab's key and prints the card that the lab's agreement registers: public key, proof of
 * possession, and the key under which a later destruction will be signed. The share itself is only ever stored wrapped.
 */
export async function addLab(context: OperatorContext, args: Arguments) {
  const { pool, env, clock, rng, ristretto } = context;
  const labId = requiredId(args, 'lab');
  const key = generateKeyPair(ristretto, rng);
  const possession = provePossession(ristretto, key, { labId, holderId: env.holderId }, rng);
  const signingKey = signingPublicKey(env.signingSeed);
  const wrapped = wrapShare(key.share, env.wrappingKey, { labId, publicKey: key.publicKey }, rng);
  key.share.fill(0);
  await inTransaction(pool, async (tx) => {
    const { rowCount } = await tx.query('insert into lab (lab_id, added_at) values ($1, $2) on conflict do nothing', [
      labId,
      clock.now(),
    ]);
    // Also after a destruction: a lab gets one key in its life, or old and new loads would look alike.
    if (rowCount !== 1) throw new OperatorFault(`Lab ${labId} is listed already.`);
    await tx.query(
      `insert into lab_key (lab_id, public_key, possession, signing_key, wrapped_share, wrapping_key_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        labId,
        Buffer.from(key.publicKey),
        Buffer.from(possession),
        Buffer.from(signingKey),
        wrapped,
        wrappingKeyId(env.wrappingKey),
        clock.now(),
      ],
    );
    await recordAct(tx, context, 'add-lab', { labId, publicKey: toHex(key.publicKey) });
  });
  return { ...holderCard(labId, env.holderId, key.publicKey, possession), signingKey: toHex(signingKey) };
}
