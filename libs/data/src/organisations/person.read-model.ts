import type { Transaction } from '../database.js';

/** The name of somebody whom row-level security lets this person see: of the own organisation. */
export async function findColleagueName(
  tx: Transaction,
  personId: string,
  organisationId: string,
): Promise<string | undefined> {
  const rows: { name: string }[] = await tx.query('select name from person where id = $1 and organisation_id = $2', [
    personId,
    organisationId,
  ]);
  return rows[0]?.name;
}
