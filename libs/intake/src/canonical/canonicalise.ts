import { canonicalValidator } from '../schema/canonical-validator.js';
import type { CanonicalRow } from '../schema/canonical-schema.js';
import { IssueSummary, type IssueGroup, type RowIssue } from '../schema/row-issue.js';
import type { Fault } from '../schema/field-check.js';
import { Columns, requireColumns } from '../mapping/columns.js';
import type { Mapping } from '../mapping/mapping.js';
import type { Table } from '../reading/table.js';
import type { RawRow } from '../reading/tokeniser.js';
import type { RegionContext } from '../region/region-context.js';
import { unanswered, type AnsweredFinding, type Finding } from '../screening/finding.js';
import { copiedColumns } from '../screening/answering.js';
import { CanonicalScreener } from '../screening/canonical-screener.js';
import { TableScreener } from '../screening/table-screener.js';
import { CoverageTracker, type CoverageProposal } from './coverage.js';
import { noKeysYet, type KeyCounts } from '../keys/key-counts.js';
import { countKeys, type ReadKeys } from '../keys/read-keys.js';
import { keyColumnsOf, type KeyColumn, type RowKeys } from '../keys/row-keys.js';
import { RecordIdentity, type RecordHasher } from './record-hash.js';
import { rowReader } from './row-reader.js';
import type { RowSink, SkipReason, UnhashedRow } from './row-sink.js';
import { TotalsCounter, type LoadTotals } from './totals.js';
import type { UnmappedCode } from './translate-codes.js';

export interface CanonicalBatch {
  /** Ready for NDJSON. Rows of a file that has issues elsewhere are given too: the caller decides when to stop. */
  rows: CanonicalRow[];
  /** In which row of the file each of `rows` stands (as in `RawRow`); one row of the file can give several. */
  lines: number[];
  /** What the keys of each row are made of, beside `rows`. Identifiers: they stay here. */
  keys: RowKeys[];
  issues: RowIssue[];
  /** The raw rows that have an issue, for the file of refused rows that stays with the partner. */
  refused: RawRow[];
  progress: { bytesRead: number; rows: number };
}

export interface CanonicalResult {
  totals: LoadTotals;
  skippedBy: Record<SkipReason, number>;
  /** Sum of the counts in scope (counts datasets), to hold against the total of the source. */
  countSum: number;
  issueCount: number;
  issues: IssueGroup[];
  /** Codes without a translation block the load. They are values of the file: they stay with the steward's client. */
  unmapped: UnmappedCode[];
  coverage: CoverageProposal;
  /** Rows equal to an earlier one without an own id: kept as separate incidents. */
  identicalRows: number;
  /** Rows whose own id occurred before: kept, told to the steward. */
  repeatedIds: number;
  /** Per key column of the mapping: how many rows have a key, and why the others have none. */
  keys: Partial<Record<KeyColumn, KeyCounts>>;
  /** Personal data in the file beyond what the mapping needs, answered or not. */
  findings: Finding[];
  /** True where nothing stands in the way of a load: at least one row, no issue, no finding without an answer. */
  acceptable: boolean;
}

export interface CanonicaliseOptions {
  hash: RecordHasher;
  /** Last day that a date may have, in the region's zone (`YYYY-MM-DD`). */
  today: string;
  /** False alarms of the screening that the steward has answered with a reason. */
  answered?: readonly AnsweredFinding[];
}

const TOO_FEW: Fault = { code: 'row.too-few-cells', message: 'De rij heeft minder cellen dan de kopregel.' };
const TOO_MANY: Fault = { code: 'row.too-many-cells', message: 'De rij heeft meer cellen dan de kopregel.' };
const WHOLE_ROW = '(rij)';

/**
 * Makes canonical rows of a table: streaming, in memory that grows only with the number of distinct rows (24 bytes each). Exact addresses, points
 * and names are used and dropped. Take all batches, then ask the result. Throws Refusal where the file is of another layout, or the region lacks
 * what the mapping needs; a fault in a row is an issue, never an exception.
 */
export function canonicalise(
  table: Table,
  mapping: Mapping,
  region: RegionContext,
  options: CanonicaliseOptions,
): { batches: AsyncGenerator<CanonicalBatch>; result: () => CanonicalResult } {
  const columns = new Columns(table.header, table.dialect?.decimal);
  requireColumns(mapping, columns);
  const counted = new Map(keyColumnsOf(mapping).map((column) => [column, noKeysYet()]));
  const context = { columns, region, today: options.today };
  const { read, unmapped } = rowReader(mapping, context);
  const validate = canonicalValidator(mapping.kind, region, options.today);
  const identity = new RecordIdentity();
  const counter = new TotalsCounter();
  const coverage = new CoverageTracker();
  const summary = new IssueSummary();
  const width = table.header.length;
  const screener = new TableScreener(table.header, table.headerRow, mapping);
  // The same as the worker's, so that what leaves here is not refused there.
  const canonicalScreener = new CanonicalScreener(mapping.kind);

  async function* batches(): AsyncGenerator<CanonicalBatch> {
    for await (const raw of table.batches()) {
      screener.add(raw);
      const issues: RowIssue[] = [];
      const refused: RawRow[] = [];
      const pending: PendingRow[] = [];
      let line = 0;
      const tell = (column: string, fault: Fault) => {
        issues.push({ row: line, column, code: fault.code, message: fault.message });
      };
      const sink: RowSink = {
        fault: tell,
        skip: (reason) => counter.skip(reason),
        accept: (row, ownId, keys) => {
          // Two rows that differ in their household alone are two records, whatever the key of the lab.
          const message = identity.message(ownId, keys === undefined ? row : { ...row, ...keys.keys });
          // The same check as the worker's, so that what leaves here is not refused there.
          const unhashed = { record_hash: NO_HASH_YET, ...row } as CanonicalRow;
          const { issues: wrong } = validate(unhashed, line);
          if (wrong !== undefined) return void issues.push(...wrong);
          canonicalScreener.add(unhashed, line);
          pending.push({ row, message, keys, line });
        },
      };
      for (const { row, cells } of raw) {
        line = row;
        const before = issues.length;
        const ragged = raggedFault(cells, width);
        if (ragged !== undefined) tell(WHOLE_ROW, ragged);
        else read(cells, sink);
        if (issues.length > before) refused.push({ row, cells });
      }
      for (const issue of issues) summary.add(issue);
      for (const { row, keys } of pending) {
        if (keys !== undefined) countKeys(counted, keys);
        counter.add(row);
        coverage.add(row);
      }
      const rows = await hashed(pending, options.hash);
      const keys = pending.map((one) => one.keys?.keys ?? {});
      yield {
        rows,
        lines: pending.map((one) => one.line),
        keys,
        issues,
        refused,
        progress: { bytesRead: table.progress.bytesRead, rows: table.progress.rows },
      };
    }
  }

  const result = (): CanonicalResult => {
    const findings = allFindings(screener.findings(), canonicalScreener.findings(), copiedColumns(mapping));
    const open = unanswered(findings, options.answered ?? []);
    return {
      totals: counter.totals,
      skippedBy: counter.skippedBy,
      countSum: counter.countSum,
      issueCount: summary.total,
      issues: summary.groups(),
      unmapped: unmapped(),
      coverage: coverage.propose(options.today),
      identicalRows: identity.identicalRows,
      repeatedIds: identity.repeatedIds,
      keys: Object.fromEntries(counted),
      findings,
      acceptable: summary.total === 0 && counter.totals.rows > 0 && open.length === 0,
    };
  };
  return { batches: batches(), result };
}

/** What was found in the file and in the rows that leave, under the names of the file's own columns; each column and kind once. */
function allFindings(raw: Finding[], canonical: Finding[], copied: ReadonlyMap<string, string>): Finding[] {
  const fieldOf = new Map([...copied].map(([field, column]) => [column, field]));
  const findings = raw.map((finding) => {
    const field = fieldOf.get(finding.column);
    return field === undefined ? finding : { ...finding, field };
  });
  for (const finding of canonical) {
    const column = copied.get(finding.column) ?? finding.column;
    if (!findings.some((one) => one.field === finding.column && one.kind === finding.kind))
      findings.push({ ...finding, column, field: finding.column });
  }
  return findings;
}

interface PendingRow {
  row: UnhashedRow;
  message: string;
  keys: ReadKeys | undefined;
  line: number;
}

const NO_HASH_YET = '0'.repeat(64);

function raggedFault(cells: readonly string[], width: number): Fault | undefined {
  if (cells.length < width) return TOO_FEW;
  for (let i = width; i < cells.length; i += 1) if (cells[i]!.trim() !== '') return TOO_MANY;
  return undefined;
}

async function hashed(pending: readonly PendingRow[], hash: RecordHasher): Promise<CanonicalRow[]> {
  const hashes = pending.map(({ message }) => hash(message));
  // A hasher that answers at once is not made to wait for a promise per row.
  const done = hashes.every((one) => typeof one === 'string') ? (hashes as string[]) : await Promise.all(hashes);
  return pending.map(({ row }, i) => ({ record_hash: done[i]!, ...row }) as CanonicalRow);
}
