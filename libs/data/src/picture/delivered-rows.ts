import type { Readable } from 'node:stream';
import type { CoveredRange, DatasetKind } from '@datalab/domain';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database, Transaction } from '../database.js';
import { coversTransformer } from '../loads/covers.js';

/** What one load still says: the days that it covers and no newer load of its dataset covers again. */
export interface EffectiveLoad {
  loadId: string;
  datasetId: string;
  organisationId: string;
  kind: DatasetKind;
  isOpen: boolean;
  covers: CoveredRange[];
}

/** What each accepted load of the lab `$1` is still the truth for: neither covered by a newer one, nor deleted since. */
export const EFFECTIVE = `effective as (
  select l.id as load_id, l.dataset_id, l.organisation_id, l.revision,
         l.covers - coalesce((select range_agg(newer.covers) from load newer
                              where newer.dataset_id = l.dataset_id and newer.state = 'accepted'
                                and not newer.unchanged and newer.revision > l.revision), '{}'::datemultirange)
                  - l.deleted_covers as covers
  from load l where l.lab_id = $1 and l.state = 'accepted' and not l.unchanged)`;

/** The accepted loads of a lab with what each is still the truth for; those that are covered over whole are not listed. */
export async function listEffectiveLoads(tx: Transaction, labId: string): Promise<EffectiveLoad[]> {
  const rows: (Omit<EffectiveLoad, 'covers'> & { covers: string })[] = await tx.query(
    `with ${EFFECTIVE}
     select e.load_id as "loadId", e.dataset_id as "datasetId", e.organisation_id as "organisationId", d.kind,
            d.is_open as "isOpen", e.covers::text as covers
     from effective e join dataset d on d.id = e.dataset_id
     where not isempty(e.covers) order by e.dataset_id, e.revision`,
    [labId],
  );
  return rows.map((row) => ({ ...row, covers: coversTransformer.from(row.covers) as CoveredRange[] }));
}

/** How many rows of a dataset count in area tables and how many do not, by the reason why. */
export interface PlacedRows {
  datasetId: string;
  inRegion: number;
  outsideRegion: number;
  noArea: number;
  outOfScope: number;
  /** Subject rows on a dwelling: those that should have a household key, and those that do. */
  needKey: number;
  haveKey: number;
}

export const countPlacedRows = (tx: Transaction, labId: string): Promise<PlacedRows[]> =>
  tx.query(
    `with ${EFFECTIVE}, placed as (
       select r.dataset_id, r.placement, r.category, 1 as n,
              (r.household_role = 'subject' and r.address_kind = 'dwelling') as need_key, r.household_key is not null as has_key
       from report r join effective e on e.load_id = r.load_id and e.covers @> r.occurred_on where r.lab_id = $1
       union all
       select c.dataset_id, c.placement, c.category, c.count, false, false
       from report_count c join effective e on e.load_id = c.load_id and e.covers @> c.starts_on where c.lab_id = $1)
     select dataset_id as "datasetId",
            coalesce(sum(n) filter (where placement = 'in_region' and category <> 'out_of_scope'), 0)::int as "inRegion",
            coalesce(sum(n) filter (where placement = 'outside_region'), 0)::int as "outsideRegion",
            coalesce(sum(n) filter (where placement = 'no_area'), 0)::int as "noArea",
            coalesce(sum(n) filter (where placement = 'in_region' and category = 'out_of_scope'), 0)::int as "outOfScope",
            (count(*) filter (where need_key))::int as "needKey",
            (count(*) filter (where need_key and has_key))::int as "haveKey"
     from placed group by dataset_id`,
    [labId],
  );

// Keys become numbers that mean nothing outside this snapshot, and differ per dataset: nothing is linked before step 3 is done. Columns: libs/snapshot.
const REPORT_ROWS = `with ${EFFECTIVE}
  select r.dataset_id, r.organisation_id, r.record_hash, r.occurred_on, r.occurred_precision, r.occurred_hour, r.category, r.area_code, r.grid_cell,
         case when r.household_role = 'subject' and r.address_kind = 'dwelling' then 1 else 0 end as concerns_household,
         case when r.household_role = 'subject' and r.address_kind = 'dwelling' and r.household_key is not null
              then dense_rank() over (partition by r.dataset_id order by r.household_key) end as household,
         case when r.reporter_key is not null
              then dense_rank() over (partition by r.dataset_id order by r.reporter_key) end as reporter,
         r.near_care_location::int as near_care
  from report r join effective e on e.load_id = r.load_id and e.covers @> r.occurred_on
  where r.lab_id = $1 and r.placement = 'in_region' and r.category <> 'out_of_scope'
  order by r.dataset_id, r.record_hash, e.revision`;

const COUNT_ROWS = `with ${EFFECTIVE}
  select c.dataset_id, c.organisation_id, c.record_hash, c.starts_on, c.period, c.category, c.area_code, c.count
  from report_count c join effective e on e.load_id = c.load_id and e.covers @> c.starts_on
  where c.lab_id = $1 and c.placement = 'in_region' and c.category <> 'out_of_scope'
  order by c.dataset_id, c.record_hash, e.revision`;

// Who uses which provision in which month. Where somebody lives is not among it: the reports that it is laid beside say so.
const PROVISION_USE_ROWS = `with ${EFFECTIVE}
  select u.dataset_id, u.organisation_id, u.record_hash, u.starts_on, u.provision,
         dense_rank() over (partition by u.dataset_id order by u.household_key) as household
  from provision_use_row u join effective e on e.load_id = u.load_id and e.covers @> u.starts_on
  where u.lab_id = $1 and u.placement = 'in_region'
  order by u.dataset_id, u.record_hash, e.revision`;

/** The rows that the lab's picture is made of, as CSV with a header, in one order that does not depend on when they were loaded. */
export interface DeliveredRows {
  /**
   * What counts now; with `snapshotId` what that snapshot was made of, as far as it still stands in the database. Provision use is streamed only
   * where the lab has it (`provisionUse`): the same reports then keep the digest that they had without.
   */
  stream(
    write: {
      reports: (rows: Readable) => Promise<void>;
      counts: (rows: Readable) => Promise<void>;
      provisionUse: (rows: Readable) => Promise<void>;
    },
    options: { provisionUse: boolean; snapshotId?: string },
  ): Promise<void>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The loads of a snapshot and the days of each that it was made of, in the place of what counts now. */
function frozen(snapshotId: string): string {
  // It becomes part of a statement: COPY takes no parameters.
  if (!UUID.test(snapshotId)) throw new RangeError('a snapshot has a UUID');
  return `effective as (
  select l.id as load_id, l.dataset_id, l.organisation_id, l.revision, s.covers
  from snapshot_load s join load l on l.id = s.load_id where s.lab_id = $1 and s.snapshot_id = '${snapshotId}')`;
}

/**
 * Looks at a lab as it is at one moment: what `look` reads and what it streams belong together, whatever is delivered meanwhile. Reads only,
 * so the one transaction may last as long as the stream does.
 */
export function atOneMoment<T>(
  database: Database,
  labId: string,
  look: (tx: Transaction, rows: DeliveredRows) => Promise<T>,
): Promise<T> {
  return database.source.transaction('REPEATABLE READ', async (tx) => {
    await tx.query(`select set_config('app.lab_id', $1, true)`, [labId]);
    const client = (await tx.queryRunner!.connect()) as PoolClient;
    const csv = (query: string): Readable =>
      // COPY takes no parameters; the lab is in the transaction's context.
      client.query(copyTo(`copy (${query.replaceAll('$1', 'app.lab_id()')}) to stdout (format csv, header true)`));
    return look(tx, {
      stream: async (write, { provisionUse, snapshotId }) => {
        const of = (query: string) => (snapshotId === undefined ? query : query.replace(EFFECTIVE, frozen(snapshotId)));
        await write.reports(csv(of(REPORT_ROWS)));
        await write.counts(csv(of(COUNT_ROWS)));
        if (provisionUse) await write.provisionUse(csv(of(PROVISION_USE_ROWS)));
      },
    });
  });
}
