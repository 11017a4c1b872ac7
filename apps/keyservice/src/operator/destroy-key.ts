import { createHash } from 'node:crypto';
import { provePossession, signDestruction, toHex, type DestructionProof } from '@datalab/pseudonym';
import type pg from 'pg';
import { inTransaction } from '../database/transaction.js';
import { unwrapShare } from '../keys/key-wrap.js';
import { lockLiveKeys, type LabKey } from '../keys/lab-key.repository.js';
import { OperatorFault, recordAct, requiredId, type Arguments, type OperatorContext } from './operator-context.js';

/**
 * `destroy-key --lab ID --confirm ID`: erases this holder's share of the lab's key for good and prints the signed proof, which stays
 * published at `GET /v1/labs/:labId/destruction`. Without this share no pseudonym of the lab can be made again, whatever the other holders do.
 * The table is rewritten afterwards, so that the erased ciphertext does not stay behind in its file; backups are made worthless by
 * `rewrap-keys` (docs/adr/0021).
 */
export async function destroyKey(context: OperatorContext, args: Arguments): Promise<DestructionProof> {
  const labId = requiredId(args, 'lab');
  if (requiredId(args, 'confirm') !== labId) throw new OperatorFault('--confirm repeats the id of the lab.');
  const proof = await inTransaction(context.pool, async (tx) => {
    const key = (await lockLiveKeys(tx)).find((one) => one.labId === labId);
    if (key?.wrappedShare === undefined) throw new OperatorFault(`Lab ${labId} has no key here that can be destroyed.`);
    const signed = sign(context, key, key.wrappedShare, await evaluatedElements(tx, labId));
    await tx.query('update lab_key set wrapped_share = null, destroyed_at = $2, destruction = $3 where lab_id = $1', [
      labId,
      signed.destroyedAt,
      JSON.stringify(signed),
    ]);
    await tx.query('update budget set elements_per_day = 0, set_at = $2 where lab_id = $1', [
      labId,
      signed.destroyedAt,
    ]);
    await recordAct(tx, context, 'destroy-key', { labId, evaluatedElements: signed.evaluatedElements });
    return signed;
  });
  await context.pool.query('vacuum full lab_key');
  return proof;
}

function sign(context: OperatorContext, key: LabKey, wrapped: Uint8Array, evaluated: number): DestructionProof {
  const { env, clock, rng, ristretto } = context;
  const holding = { labId: key.labId, holderId: env.holderId };
  const share = unwrapShare(wrapped, env.wrappingKey, key);
  const lastPossession = provePossession(ristretto, { ...key, share }, holding, rng, 'destruction');
  share.fill(0);
  const statement = {
    ...holding,
    publicKey: toHex(key.publicKey),
    createdAt: key.createdAt.toISOString(),
    destroyedAt: clock.now().toISOString(),
    evaluatedElements: evaluated,
    erasedShareDigest: createHash('sha256').update(wrapped).digest('hex'),
    lastPossession: toHex(lastPossession),
  };
  return signDestruction(statement, env.signingSeed);
}

async function evaluatedElements(tx: pg.PoolClient, labId: string): Promise<number> {
  const { rows } = await tx.query<{ elements: string | null }>(
    "select sum(elements) as elements from evaluation_audit where lab_id = $1 and outcome = 'charged'",
    [labId],
  );
  return Number(rows[0]?.elements ?? 0);
}
