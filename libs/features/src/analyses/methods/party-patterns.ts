import type { ExactGroup } from '../data/exact-cells.js';
import type { RunRows } from '../data/run-rows.js';

/** Which addresses are known to which organisations. */
export interface Patterns {
  /** Of the organisations; place i is bit 2^i of a pattern. */
  names: string[];
  /** SQL of the pattern of a row's address; null for a row without one. */
  sql: string;
  /** Exact cells of the addresses by pattern. */
  byPattern: ExactGroup[];
  sources: { name: string; keyCoverage: number | null }[];
  /** Least share of rows with a key among the sources; null where none should have one. */
  keyCoverage: number | null;
  /** Per organisation the least of its sources. */
  coverages: (number | null)[];
  linked: boolean;
}

export async function readPatterns(rows: RunRows): Promise<Patterns> {
  const organisations = new Map(rows.sources.map(({ organisationId, name }) => [organisationId, name]));
  const ids = [...organisations.keys()];
  const bits = ids.map((id, i) => `when '${id}' then ${2 ** i}`).join(' ');
  const isKnown = 'concerns_household = 1 and household > 0';
  const sql =
    ids.length === 0
      ? 'null'
      : `case when ${isKnown} then bit_or(case organisation_id::varchar ${bits} end) over (partition by concerns_household, household) end`;
  const cells = await rows.cells(['pattern'], { pattern: sql });
  const least = (values: (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : Math.min(...known);
  };
  return {
    names: [...organisations.values()],
    sql,
    byPattern: cells.filter(({ group }) => Number(group['pattern'] ?? 0) > 0),
    sources: rows.sources.map(({ name, keyCoverage }) => ({ name, keyCoverage })),
    keyCoverage: least(rows.sources.map(({ keyCoverage }) => keyCoverage)),
    coverages: ids.map((id) =>
      least(rows.sources.filter(({ organisationId }) => organisationId === id).map(({ keyCoverage }) => keyCoverage)),
    ),
    linked: rows.linked,
  };
}
