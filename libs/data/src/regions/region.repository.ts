import type { Area, AreaGeometry, AreaLevel } from '@datalab/domain';
import type { Database, Transaction } from '../database.js';
import { holdRegion } from './square.repository.js';

export interface RegionToImport {
  code: string;
  name: string;
  country: string;
  timeZone: string;
  divisionYear: number;
  levels: readonly AreaLevel[];
}

export interface AreaToImport extends Area {
  lineage: readonly string[];
  geometry: AreaGeometry | null;
}

export interface AddressToImport {
  addressId: string;
  postcode: string;
  number: number;
  letter: string;
  addition: string;
  areaCode: string;
  gridCell: string | null;
  kind: string;
  nearCare: boolean;
}

/** Areas of the region under this code that hold rows of any lab and are not among `codes`. Operator's role only; no count, no lab. */
export async function listAreasThatWouldVanish(
  database: Database,
  regionCode: string,
  codes: readonly string[],
): Promise<string[]> {
  const rows: { code: string }[] = await database.inTransaction({}, (tx) =>
    tx.query(
      `with going as (
         select r.id, array_agg(a.code) as codes from region r join area a on a.region_id = r.id
         where r.code = $1 and a.code <> all($2::text[]) group by r.id)
       select used as code from going, app.areas_with_rows(going.id, going.codes) as used order by 1`,
      [regionCode, codes],
    ),
  );
  return rows.map(({ code }) => code);
}

const CHUNK = 5_000;

/** Writes a checked region whole: what stood under its code before is replaced. Returns the region's id. Operator's role only. */
export async function replaceRegion(
  database: Database,
  region: RegionToImport,
  areas: readonly AreaToImport[],
  addresses: readonly AddressToImport[],
  postcodes: readonly { postcode: string; areaCode: string }[],
): Promise<string> {
  return database.inTransaction({}, async (tx) => {
    const rows: { id: string }[] = await tx.query(
      `insert into region (code, name, country, time_zone, division_year, levels) values ($1, $2, $3, $4, $5, $6)
       on conflict (code) do update set name = excluded.name, country = excluded.country, time_zone = excluded.time_zone,
         division_year = excluded.division_year, levels = excluded.levels, imported_at = now()
       returning id`,
      [region.code, region.name, region.country, region.timeZone, region.divisionYear, JSON.stringify(region.levels)],
    );
    const id = rows[0]!.id;
    await holdRegion(tx, id);
    for (const table of ['area', 'address', 'postcode', 'square'])
      await tx.query(`delete from ${table} where region_id = $1`, [id]);
    await insertRecords(
      tx,
      'area',
      id,
      areas.map((area, position) => ({
        code: area.code,
        name: area.name,
        level: area.level,
        parent_code: area.parentCode,
        lineage: area.lineage,
        position,
        population: area.population,
        households: area.households,
        geometry: area.geometry,
      })),
    );
    await insertRecords(
      tx,
      'address',
      id,
      addresses.map((address) => ({
        address_id: address.addressId,
        postcode: address.postcode,
        number: address.number,
        letter: address.letter,
        addition: address.addition,
        area_code: address.areaCode,
        grid_cell: address.gridCell,
        kind: address.kind,
        near_care: address.nearCare,
      })),
    );
    await insertRecords(
      tx,
      'postcode',
      id,
      postcodes.map(({ postcode, areaCode }) => ({ postcode, area_code: areaCode })),
    );
    return id;
  });
}

/** Inserts plain records by way of one JSON document per chunk, so that a row never becomes a piece of SQL. */
async function insertRecords(
  tx: Transaction,
  table: 'area' | 'address' | 'postcode',
  regionId: string,
  records: readonly object[],
): Promise<void> {
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK).map((record) => ({ region_id: regionId, ...record }));
    await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
      JSON.stringify(chunk),
    ]);
  }
}
