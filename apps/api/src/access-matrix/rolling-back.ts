import type { Database, DatabaseContext, Transaction } from '@datalab/data';

/** Rows that this transaction has inserted, changed or removed, records of what was asked (audit, work, sessions) aside. */
const WRITTEN = `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::int as n from pg_stat_xact_user_tables
  where relname not like 'audit%' and relname not like '%session%' and relname <> 'outbox'`;

/**
 * The same database, of which every transaction is carried out whole and then undone: each cell of the matrix finds the rows as they were,
 * and a mutation that succeeds really ran, through grants, policies and constraints. `tell` hears how many rows one had written by then.
 */
export function rollingBack(database: Database, tell: (rows: number) => void = () => undefined): Database {
  const inTransaction = async <T>(context: DatabaseContext, work: (tx: Transaction) => Promise<T>): Promise<T> => {
    const undo = new Error('undone on purpose');
    let outcome: { value: T } | undefined;
    try {
      await database.inTransaction(context, async (tx) => {
        // The connection also still counts what it wrote in transactions of the last second: only what is added is this one's.
        const before = await writtenBy(tx);
        outcome = { value: await work(tx) };
        const written = (await writtenBy(tx)) - before;
        if (written > 0) tell(written);
        throw undo;
      });
    } catch (error) {
      if (error !== undo) throw error;
    }
    return outcome!.value;
  };
  return Object.assign(Object.create(database) as Database, { inTransaction });
}

async function writtenBy(tx: Transaction): Promise<number> {
  const [{ n } = { n: 0 }]: { n: number }[] = await tx.query(WRITTEN);
  return n;
}
