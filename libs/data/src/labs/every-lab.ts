import type { Database } from '../database.js';

/** The ids of all labs, for upkeep that comes round for each of them. For the worker's role alone; any other is denied. */
export async function listEveryLab(database: Database): Promise<string[]> {
  const rows: { id: string }[] = await database.inTransaction({}, (tx) =>
    tx.query('select id from app.every_lab() as id order by id'),
  );
  return rows.map(({ id }) => id);
}
