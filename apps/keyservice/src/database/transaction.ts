import type pg from 'pg';

/** Runs `work` in one transaction on one connection; rolls back and rethrows when it fails. */
export async function inTransaction<T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  try {
    await tx.query('begin');
    const result = await work(tx);
    await tx.query('commit');
    return result;
  } catch (reason) {
    await tx.query('rollback').catch((lost: Error) => (broken = lost));
    throw reason;
  } finally {
    tx.release(broken);
  }
}
