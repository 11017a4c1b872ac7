import { RowFilter } from './footer.js';
import { findLayout, type Layout } from './layout.js';
import { Refusal } from './refusal.js';
import type { Table, TableProgress } from './table.js';
import type { RawRow } from './tokeniser.js';

const SAMPLE_ROWS = 200;

export const noProgress = (): TableProgress => ({
  bytesRead: 0,
  rows: 0,
  preambleLines: 0,
  footerLines: 0,
  blankRows: 0,
});

export interface RecordSource {
  fileName: string;
  format: Table['format'];
  dialect?: Table['dialect'];
  encoding: () => Table['encoding'];
  /** The first records, and whether they are all. */
  first: readonly RawRow[];
  firstIsAll: boolean;
  /** Every record from the first on; read once. */
  records: () => AsyncIterable<RawRow[]>;
  progress: TableProgress;
  sheet?: string;
  sheetNames?: readonly string[];
}

/** A table out of records of any format: finds the header, leaves out preamble, blank rows and footer. Throws Refusal without any row. */
export function recordTable(source: RecordSource): Table {
  const layout = findLayout(source.first);
  if (layout === undefined) throw new Refusal('file.empty', 'Het bestand bevat geen rijen.');
  source.progress.preambleLines = layout.preamble;
  const batches = () => dataRows(source, layout);
  return {
    fileName: source.fileName,
    format: source.format,
    dialect: source.dialect,
    get encoding() {
      return source.encoding();
    },
    header: layout.header,
    headerRow: layout.headerRow,
    sample: sampleOf(source.first, layout),
    sampleIsWhole: source.firstIsAll && source.first.length <= SAMPLE_ROWS,
    progress: source.progress,
    ...(source.sheet === undefined ? {} : { sheet: source.sheet, sheetNames: source.sheetNames ?? [source.sheet] }),
    batches,
    async *rows() {
      for await (const batch of batches()) yield* batch;
    },
  };
}

/** The rows for recognition: through the same filter, but counting into a progress of their own. */
function sampleOf(records: readonly RawRow[], layout: Layout): RawRow[] {
  return new RowFilter(layout.header.length, noProgress())
    .pass(records.filter((record) => record.row > layout.lastHeaderRow))
    .slice(0, SAMPLE_ROWS);
}

async function* dataRows(source: RecordSource, layout: Layout): AsyncGenerator<RawRow[]> {
  const filter = new RowFilter(layout.header.length, source.progress);
  for await (const records of source.records()) {
    // Only the first records hold the header and what stands above it.
    const headed = records.length > 0 && records[0]!.row <= layout.lastHeaderRow;
    const rows = filter.pass(headed ? records.filter((record) => record.row > layout.lastHeaderRow) : records);
    if (rows.length > 0) yield rows;
  }
  filter.end();
}
