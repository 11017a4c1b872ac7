import type { Transaction } from '../database.js';

/** The squares of a region by code, each with the area of the lowest level in which its middle lies. */
export async function listSquareAreas(tx: Transaction, regionId: string): Promise<Map<string, string>> {
  const rows: { code: string; areaCode: string }[] = await tx.query(
    'select code, area_code as "areaCode" from square where region_id = $1 order by code',
    [regionId],
  );
  return new Map(rows.map(({ code, areaCode }) => [code, areaCode]));
}

/** Until the transaction ends nobody else imports this region or works out its squares. */
export const holdRegion = (tx: Transaction, regionId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [regionId]);

/** Writes the squares of a region that has none. Worker's role only. */
export const saveSquares = (
  tx: Transaction,
  regionId: string,
  squares: ReadonlyMap<string, string>,
): Promise<unknown> =>
  tx.query('insert into square (region_id, code, area_code) select $1, * from unnest($2::text[], $3::text[])', [
    regionId,
    [...squares.keys()],
    [...squares.values()],
  ]);
