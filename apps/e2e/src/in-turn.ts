import pg from 'pg';
import { told } from './platform-under-test.js';

/**
 * Does this while no other story does something in turn: two stories run at a time, and operators do not install at once, write one list of
 * accounts or ask the key services for keys together. Ends with the process that holds it, whatever happens.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = new pg.Client({ connectionString: told('E2E_DATABASE_ADMIN_URL') });
  await turn.connect();
  try {
    await turn.query(`select pg_advisory_lock(hashtext('stories in turn'))`);
    return await work();
  } finally {
    await turn.end();
  }
}
