import type { ReleaseContext, ReleaseDocument, ReleaseTable, ReleaseValue, RunCell, RunResult } from '@datalab/domain';

/** How a withheld value stands in a table that is given out. */
export const WITHHELD_VALUE = 'withheld';

/** The result of a run as a release: what its method protected, no more and in the same words. */
export function runDocument(result: RunResult, context: ReleaseContext, sources: readonly string[]): ReleaseDocument {
  const tables = result.tables.map((table): ReleaseTable => ({
    key: table.key,
    title: table.title.nl,
    columns: table.columns.map(({ key, title, unit }) => ({ key, title: title.nl, unit })),
    rows: table.rows.map((row) => table.columns.map(({ key }) => valueOf(row[key] ?? null))),
  }));
  const values = tables.flatMap(({ rows }) => rows.flat());
  const withheld = values.filter((value) => value === WITHHELD_VALUE).length;
  return {
    context,
    unit: result.unit === 'area' ? 'report' : result.unit,
    sources,
    period: null,
    given: values.length - withheld,
    withheld,
    method: { name: result.method, version: String(result.version), label: result.label },
    policyVersion: String(result.policyVersion),
    snapshotDigest: result.snapshotDigest,
    tables,
    text: result.text,
    picture: result.picture,
    warnings: result.warnings.map(({ code }) => ({ code })),
    design: null,
  };
}

/** Words stand in Dutch, as the headings do. */
function valueOf(cell: RunCell): ReleaseValue {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'withheld' in cell ? WITHHELD_VALUE : cell.nl;
}
