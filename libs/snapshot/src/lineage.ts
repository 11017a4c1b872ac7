import type { DuckDBConnection } from '@duckdb/node-api';
import type { LineageRow } from './exact-row.js';

/** What every area lies in, itself first, as the table `lineage` (code, ancestor, level: that of the ancestor). */
export async function readLineage(duck: DuckDBConnection, areas: readonly LineageRow[]): Promise<void> {
  const levelOf = new Map(areas.map(({ code, level }) => [code, level]));
  const rows = areas.flatMap(({ code, lineage }) =>
    lineage.map((ancestor) => ({ code, level: levelOf.get(ancestor), ancestor })),
  );
  await duck.run(
    `create table lineage as
     select unnest(from_json($rows, '[{"code": "VARCHAR", "level": "VARCHAR", "ancestor": "VARCHAR"}]'), recursive := true)`,
    { rows: JSON.stringify(rows) },
  );
}
