import type { Transaction } from '../database.js';
import { coversTransformer } from './covers.js';
import type { LoadEntity } from './load.entity.js';
import type { RowTarget } from './row-staging.js';

/** A period that one load counts as a whole and another covers in part. */
export interface CutPeriod {
  period: string;
  /** Rows that count it. */
  rows: number;
}

/** As the columns of a target write their period; a record has a day, which nothing can cut. */
const PERIOD_COLUMN = { report: undefined, report_count: 'period', provision_use_row: 'month' } as const;

const spanOf = (column: string): string =>
  `daterange(starts_on, (starts_on + case when ${column} ~ 'Q' then interval '3 months' when length(${column}) = 4 then interval '1 year'
                                          else interval '1 month' end)::date)`;

/**
 * The periods of a dataset that would be cut if the load with the staged rows were accepted: counted by an earlier accepted load and covered in
 * part by this one, or counted by this one and covered in part by a later one. A cut count cannot be divided: it would be dropped or counted
 * twice. Loads that are covered over are looked at too, for they count again when what covers them is withdrawn.
 */
export async function listCutPeriods(tx: Transaction, load: LoadEntity, { table }: RowTarget): Promise<CutPeriod[]> {
  const column = PERIOD_COLUMN[table];
  if (column === undefined) return [];
  return tx.query(
    `with counted as (
       select ${column} as period, ${spanOf(column)} as span, $4::datemultirange as other, count(*)::int as rows
       from ${table} c join load l on l.id = c.load_id
       where c.lab_id = $1 and c.dataset_id = $2 and l.state = 'accepted' and l.revision < $3
       group by 1, 2
       union all
       select s.period, s.span, newer.covers, s.rows
       from (select ${column} as period, ${spanOf(column)} as span, count(*)::int as rows from staging group by 1, 2) s
       cross join (select covers from load where dataset_id = $2 and state = 'accepted' and not unchanged and revision > $3) newer)
     select period, sum(rows)::int as rows from counted
     where other && span and not other @> span
     group by period order by period`,
    [load.labId, load.datasetId, load.revision, coversTransformer.to(load.covers)],
  );
}
