import { openTable } from '../reading/open-table.js';
import { Refusal } from '../reading/refusal.js';

export interface ReadFile {
  status: 'read';
  format: 'csv' | 'xlsx' | 'ndjson';
  encoding: string;
  separator: string | undefined;
  decimal: string | undefined;
  headerRow: number;
  columns: number;
  rows: number;
  /** Rows with more or fewer cells than the header; each would be an issue of a load. */
  raggedRows: number;
  preambleLines: number;
  footerLines: number;
  blankRows: number;
}

export interface RefusedFile {
  status: 'refused';
  code: string;
  message: string;
  row: number | undefined;
}

/**
 * Reads a file to its end, as a load would, and says what was recognised or why it is refused. Any error but a Refusal is a fault of ours
 * and is thrown.
 */
export async function verifyFile(source: AsyncIterable<Uint8Array>, fileName: string): Promise<ReadFile | RefusedFile> {
  try {
    const table = await openTable(source, fileName);
    let raggedRows = 0;
    for await (const batch of table.batches()) {
      for (const { cells } of batch) if (cells.length !== table.header.length) raggedRows += 1;
    }
    return {
      status: 'read',
      format: table.format,
      encoding: table.encoding,
      separator: table.dialect?.separator,
      decimal: table.dialect?.decimal,
      headerRow: table.headerRow,
      columns: table.header.length,
      raggedRows,
      rows: table.progress.rows,
      preambleLines: table.progress.preambleLines,
      footerLines: table.progress.footerLines,
      blankRows: table.progress.blankRows,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: 'refused', code: error.code, message: error.message, row: error.row };
  }
}

const SEPARATOR_NAMES: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' };

/** One line about a file, the same on every machine: for people and for a golden file. */
export function verifiedLine(outcome: ReadFile | RefusedFile): string {
  if (outcome.status === 'refused')
    return `refused  ${outcome.code}${outcome.row === undefined ? '' : ` at row ${outcome.row}`}: ${outcome.message}`;
  const { format, separator, decimal, encoding, columns, rows, headerRow } = outcome;
  const dialect =
    separator === undefined ? format : `${format} ${SEPARATOR_NAMES[separator] ?? separator} decimal ${decimal}`;
  const notes = [
    headerRow === 1 ? '' : `header at row ${headerRow}`,
    count(outcome.preambleLines, 'preamble'),
    count(outcome.footerLines, 'footer'),
    count(outcome.blankRows, 'blank'),
    count(outcome.raggedRows, 'ragged'),
  ].filter((note) => note !== '');
  return `read     ${dialect}, ${encoding}, ${columns} columns, ${rows} rows${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

const count = (n: number, what: string): string => (n === 0 ? '' : `${n} ${what}`);
