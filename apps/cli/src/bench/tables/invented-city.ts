import { join } from 'node:path';
import { withDuckDb, type LineageRow } from '@datalab/snapshot';

const [WIJKEN, BUURTEN] = [20, 200];
export const LEVELS = ['gemeente', 'wijk', 'buurt'];

export function inventedAreas(): LineageRow[] {
  const perWijk = BUURTEN / WIJKEN;
  const wijk = (buurt: number) => `W${Math.floor(buurt / perWijk)}`;
  return [
    { code: 'G', level: 'gemeente', lineage: ['G'] },
    ...Array.from({ length: WIJKEN }, (_w, i) => ({ code: `W${i}`, level: 'wijk', lineage: [`W${i}`, 'G'] })),
    ...Array.from({ length: BUURTEN }, (_b, i) => ({
      code: `B${i}`,
      level: 'buurt',
      lineage: [`B${i}`, wijk(i), 'G'],
    })),
  ];
}

/** Three sources over five years and twelve categories; a household reports four times on average, always from one buurt. */
export async function inventRows(folder: string, rows: number): Promise<string> {
  const file = join(folder, `reports-${rows}.csv`);
  await withDuckDb(folder, (duck) =>
    duck.run(
      `copy (
         select 'dataset-' || (h % 3) as dataset_id, 'organisation-' || (h % 3) as organisation_id, md5(i::varchar) as record_hash,
                (date '2020-01-01' + (hash(i) % 1826)::integer) as occurred_on, 'day' as occurred_precision, hash(i + 1) % 24 as occurred_hour,
                'category-' || (hash(i + 2) % 12) as category, 'B' || (hash(h + 3) % ${BUURTEN}) as area_code, null as grid_cell,
                1 as concerns_household, h as household, case when i % 3 = 0 then h end as reporter, null as near_care
         from (select i, (hash(i + 4) % ${Math.max(1, Math.round(rows / 4))} + 1)::integer as h from range(${rows}) r(i)))
       to '${file.replaceAll("'", "''")}' (format csv, header true)`,
    ),
  );
  return file;
}
