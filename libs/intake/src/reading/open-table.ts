import { TextStream, joined } from './decode-text.js';
import { detectDialect, sampleRecords, type Dialect } from './dialect.js';
import { guessEncoding } from './encoding.js';
import { isZip, refuseKnownBinary, refuseOtherText } from './file-kind.js';
import { RowFilter } from './footer.js';
import { findLayout, type Layout } from './layout.js';
import { Refusal } from './refusal.js';
import type { Table, TableProgress } from './table.js';
import { Tokeniser, type RawRow } from './tokeniser.js';

const SAMPLE_BYTES = 65_536;
const SAMPLE_ROWS = 200;

/**
 * Opens a table from the bytes of a file, in memory that does not grow with the file. Recognises encoding (UTF-8, windows-1252,
 * UTF-16), separator, quoting, decimal mark, preamble and footer. Throws Refusal with a located Dutch reason for an empty
 * or binary file, a file that is no table, an open quote or a mix of encodings; the latter two also while the rows are read.
 */
export async function openTable(source: AsyncIterable<Uint8Array>, fileName: string): Promise<Table> {
  const progress: TableProgress = { bytesRead: 0, rows: 0, preambleLines: 0, footerLines: 0, blankRows: 0 };
  const chunks = source[Symbol.asyncIterator]();
  const head = await firstBytes(chunks, SAMPLE_BYTES);
  if (head.bytes.length === 0) throw new Refusal('file.empty', 'Het bestand is leeg.');
  refuseKnownBinary(head.bytes);
  if (isZip(head.bytes)) throw new Refusal('file.compressed', 'Dit bestand is ingepakt (zip). Pak het eerst uit.');
  return openText(head, chunks, fileName, progress);
}

interface Head {
  bytes: Uint8Array;
  complete: boolean;
}

async function openText(
  head: Head,
  chunks: AsyncIterator<Uint8Array>,
  fileName: string,
  progress: TableProgress,
): Promise<Table> {
  const stream = new TextStream(guessEncoding(head.bytes));
  const pieces = stream.decode(counted(head.bytes, chunks, progress));
  const first = await firstText(pieces, head.complete);
  if (first.trim() === '') throw new Refusal('file.empty', 'Het bestand bevat geen tekst.');
  refuseOtherText(first);
  const dialect = detectDialect(first, head.complete);
  const records = sampleRecords(first, dialect.separator, dialect.newline, head.complete).slice(dialect.skipLines);
  const layout = findLayout(records) ?? headerOfOneLine(first, dialect);
  progress.preambleLines = layout.preamble;
  const batches = () => rowBatches(first, pieces, dialect, layout, progress);
  return {
    fileName,
    format: 'csv',
    dialect,
    get encoding() {
      return stream.encoding;
    },
    header: layout.header,
    headerRow: layout.headerRow,
    sample: dataSample(records, layout),
    sampleIsWhole: head.complete && records.length <= SAMPLE_ROWS,
    progress,
    batches,
    async *rows() {
      for await (const batch of batches()) yield* batch;
    },
  };
}

/** The rows for recognition: through the same filter, but counting into a progress of its own. */
function dataSample(records: readonly RawRow[], layout: Layout): RawRow[] {
  const unseen: TableProgress = { bytesRead: 0, rows: 0, preambleLines: 0, footerLines: 0, blankRows: 0 };
  return new RowFilter(layout.header.length, unseen)
    .pass(records.filter((record) => record.row > layout.lastHeaderRow))
    .slice(0, SAMPLE_ROWS);
}

/** A first record that is longer than the sample: let the tokeniser say what is wrong, or read it as far as it goes. */
function headerOfOneLine(text: string, dialect: Dialect): Layout {
  const record = new Tokeniser(dialect.separator, dialect.newline).push(text, true)[0];
  const layout = record && findLayout([record]);
  if (layout === undefined) throw new Refusal('file.empty', 'Het bestand bevat geen rijen.');
  return layout;
}

async function* rowBatches(
  first: string,
  pieces: AsyncIterable<string>,
  dialect: Dialect,
  layout: Layout,
  progress: TableProgress,
): AsyncGenerator<RawRow[]> {
  const tokeniser = new Tokeniser(dialect.separator, dialect.newline);
  const filter = new RowFilter(layout.header.length, progress);
  const rowsOf = (text: string, last: boolean): RawRow[] => {
    const records = tokeniser.push(text, last);
    // Only the first piece holds the header and what stands above it.
    const headed = records.length > 0 && records[0]!.row <= layout.lastHeaderRow;
    return filter.pass(headed ? records.filter((record) => record.row > layout.lastHeaderRow) : records);
  };
  const atStart = rowsOf(first, false);
  if (atStart.length > 0) yield atStart;
  try {
    for await (const piece of pieces) {
      const rows = rowsOf(piece, false);
      if (rows.length > 0) yield rows;
    }
  } catch (error) {
    throw located(error, tokeniser.line);
  }
  const atEnd = rowsOf('', true);
  filter.end();
  if (atEnd.length > 0) yield atEnd;
}

async function firstBytes(chunks: AsyncIterator<Uint8Array>, enough: number): Promise<Head> {
  let bytes: Uint8Array = new Uint8Array(0);
  while (bytes.length < enough) {
    const next = await chunks.next();
    if (next.done === true) return { bytes, complete: true };
    bytes = joined(bytes, next.value);
  }
  return { bytes, complete: false };
}

async function* counted(
  first: Uint8Array,
  chunks: AsyncIterator<Uint8Array>,
  progress: TableProgress,
): AsyncGenerator<Uint8Array> {
  progress.bytesRead += first.length;
  yield first;
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) return;
    progress.bytesRead += next.value.length;
    yield next.value;
  }
}

/** The text of the first bytes; of a file that fits in them all of its text, or the separator would be judged by a part. */
async function firstText(pieces: AsyncGenerator<string>, complete: boolean): Promise<string> {
  let text = '';
  try {
    do {
      const next = await pieces.next();
      if (next.done === true) return text;
      text += next.value;
    } while (complete || text === '');
  } catch (error) {
    throw located(error, text.split('\n').length);
  }
  return text;
}

/** The decoder knows no rows: the place where it stopped is added here. */
function located(error: unknown, row: number): unknown {
  return error instanceof Refusal && error.row === undefined ? new Refusal(error.code, error.message, { row }) : error;
}
