import type { Area, AreaGeometry } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface AreaRow extends Area {
  lineage: string[];
}

/** All areas of a region, in their fixed order. */
export const listAreas = (tx: Transaction, regionId: string): Promise<AreaRow[]> =>
  tx.query(
    `select code, name, level, parent_code as "parentCode", population, households, lineage
     from area where region_id = $1 order by position`,
    [regionId],
  );

export interface AreaShape {
  code: string;
  name: string;
  geometry: AreaGeometry | null;
}

/** The outlines of one level, in the fixed order of its areas; null where the region brought none. */
export const listShapes = (tx: Transaction, regionId: string, level: string): Promise<AreaShape[]> =>
  tx.query('select code, name, geometry from area where region_id = $1 and level = $2 order by position', [
    regionId,
    level,
  ]);

/** The address list as CSV lines for the partners' clients, a chunk at a time in address order. */
export async function listAddressLines(tx: Transaction, regionId: string): Promise<string[]> {
  const rows: { line: string }[] = await tx.query(
    `select concat_ws(',', address_id, postcode, number, letter, addition, area_code, coalesce(grid_cell, ''), kind, near_care::text) as line
     from address where region_id = $1 order by postcode, number, letter, addition`,
    [regionId],
  );
  return rows.map(({ line }) => line);
}

export async function listPostcodeLines(tx: Transaction, regionId: string): Promise<string[]> {
  const rows: { line: string }[] = await tx.query(
    `select concat_ws(',', postcode, area_code) as line from postcode where region_id = $1 order by postcode`,
    [regionId],
  );
  return rows.map(({ line }) => line);
}

/** How many addresses of an area lie within 250 m of a care location, and how many do not. */
export interface NearCareAddresses {
  near: number;
  far: number;
}

/** The addresses of the areas of one level, by area code; areas without addresses in the region's list are not in it. */
export async function listNearCareAddresses(
  tx: Transaction,
  regionId: string,
  level: string,
): Promise<Map<string, NearCareAddresses>> {
  const rows: (NearCareAddresses & { code: string })[] = await tx.query(
    `select above.code, (count(*) filter (where d.near_care))::int as near, (count(*) filter (where not d.near_care))::int as far
     from address d
     join area own on own.region_id = d.region_id and own.code = d.area_code
     join area above on above.region_id = d.region_id and above.code = any(own.lineage) and above.level = $2
     where d.region_id = $1 group by above.code`,
    [regionId, level],
  );
  return new Map(rows.map(({ code, near, far }) => [code, { near, far }]));
}
