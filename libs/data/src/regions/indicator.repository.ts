import type { Transaction } from '../database.js';

/** A public figure about the areas of a region, of one year. */
export interface IndicatorRow {
  code: string;
  title: string;
  year: number;
  /** By area code; an area without a value is not in it. */
  values: Map<string, number>;
}

/** Every indicator of a region in its newest year, by code. Missing is never zero: an area without a value is not there. */
export async function listIndicators(tx: Transaction, regionId: string): Promise<IndicatorRow[]> {
  const rows: { code: string; title: string; year: number; areas: string[]; numbers: number[] }[] = await tx.query(
    `select i.code, i.title, i.year, array_agg(v.area_code order by v.area_code) as areas, array_agg(v.value order by v.area_code) as numbers
     from (select distinct on (code) * from indicator where region_id = $1 order by code, year desc) i
     join indicator_value v on v.region_id = i.region_id and v.year = i.year and v.code = i.code
     group by i.code, i.title, i.year order by i.code`,
    [regionId],
  );
  return rows.map(({ code, title, year, areas, numbers }) => ({
    code,
    title,
    year,
    values: new Map(areas.map((area, i) => [area, numbers[i]!])),
  }));
}

/** Writes the indicators of a year; what a region had of that year under the same codes is replaced. Operator's role only. */
export async function replaceIndicators(
  tx: Transaction,
  regionId: string,
  year: number,
  indicators: readonly { code: string; title: string; values: ReadonlyMap<string, number> }[],
): Promise<void> {
  for (const { code, title, values } of indicators) {
    await tx.query('delete from indicator where region_id = $1 and year = $2 and code = $3', [regionId, year, code]);
    await tx.query('insert into indicator (region_id, year, code, title) values ($1, $2, $3, $4)', [
      regionId,
      year,
      code,
      title,
    ]);
    await tx.query(
      `insert into indicator_value (region_id, year, code, area_code, value)
       select $1, $2, $3, area, number from unnest($4::text[], $5::float8[]) as given (area, number)`,
      [regionId, year, code, [...values.keys()], [...values.values()]],
    );
  }
}

/** The region under this code and the codes of its areas; undefined where there is none. */
export async function findRegionAreas(
  tx: Transaction,
  regionCode: string,
): Promise<{ id: string; areaCodes: string[] } | undefined> {
  const rows: { id: string; areaCodes: string[] }[] = await tx.query(
    `select r.id, array(select a.code from area a where a.region_id = r.id) as "areaCodes" from region r where r.code = $1`,
    [regionCode],
  );
  return rows[0];
}
