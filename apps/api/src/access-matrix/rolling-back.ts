import type { Database, DatabaseContext, Transaction } from '@datalab/data';

/**
 * Rows that this transaction has inserted, changed or removed, records of what was asked (audit, work, sessions) aside. It asks what the view
 * `pg_stat_xact_user_tables` asks, without the indexes that the view brings in: that one was most of the time of a whole matrix.
 */
const WRITTEN = `select coalesce(sum(pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
    + pg_stat_get_xact_tuples_deleted(oid)), 0)::int as n
  from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
    and relname not like 'audit%' and relname not like '%session%' and relname <> 'outbox'`;

/**
 * The same database, of which every transaction is carried out whole and then undone: each cell of the matrix finds the rows as they were,
 * and a mutation that succeeds really ran, through grants, policies and constraints. `tell`, where there is one, hears how many rows one had written by then.
 */
export function rollingBack(database: Database, tell?: (rows: number) => void): Database {
  const inTransaction = async <T>(context: DatabaseContext, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const undo = new Error('undone on purpose');
    let outcome: { value: T } | undefined;
    try {
      await database.inTransaction(context, async (tx) => {
        // The connection also still counts what it wrote in transactions of the last second: only what is added is this one's.
        const before = tell === undefined ? 0 : await writtenBy(tx);
        outcome = { value: await work(tx) };
        if (tell !== undefined && (await hasWritten(tx))) tell((await writtenBy(tx)) - before);
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return outcome!.value;
  };
  return Object.assign(Object.create(database) as Database, { inTransaction });
}

/** A transaction gets a number of its own with its first write. */
async function hasWritten(tx: Transaction): Promise<boolean> {
  const [{ wrote } = { wrote: false }]: { wrote: boolean }[] = await tx.query(
    'select pg_current_xact_id_if_assigned() is not null as wrote',
  );
  return wrote;
}

async function writtenBy(tx: Transaction): Promise<number> {
  const [{ n } = { n: 0 }]: { n: number }[] = await tx.query(WRITTEN);
  return n;
}
