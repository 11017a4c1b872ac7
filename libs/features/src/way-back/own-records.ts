import type { DuckDBConnection } from '@datalab/snapshot';
import type { RunScope } from '../analyses/run-scope.js';

/** What the receiver would get: its own record hashes, and of how many addresses they are. Of others there is nothing in it, not even how many know one. */
export interface OwnRecords {
  hashes: string[];
  addresses: number;
}

/**
 * The receiver's own records about these addresses, within the sources, categories and days of the run. Asks for the tables `reports` and `link` of
 * the run; `households` are numbers of `link`.
 */
export async function findOwnRecords(
  duck: DuckDBConnection,
  receiverId: string,
  { datasetIds, categories, from, to }: RunScope,
  households: readonly number[],
): Promise<OwnRecords> {
  const texts = (values: readonly string[]) => values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
  const chosen = categories === null ? 'true' : `r.category in (${texts(categories)})`;
  const result = await duck.run(
    `select r.record_hash as hash, l.common as address
     from reports r join link l on l.dataset_id = r.dataset_id and l.household = r.household
     where r.organisation_id = $receiver and r.concerns_household = 1 and r.dataset_id in (${texts(datasetIds)}) and ${chosen}
       and r.occurred_on between $from::date and $to::date
       and l.common in (select unnest([${[...new Set(households)].map(Math.trunc).join(', ')}]::integer[]))
     order by 1`,
    { receiver: receiverId, from, to },
  );
  const rows = (await result.getRowObjectsJS()) as { hash: string; address: number }[];
  return { hashes: rows.map(({ hash }) => hash), addresses: new Set(rows.map(({ address }) => Number(address))).size };
}
