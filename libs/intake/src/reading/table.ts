import type { Dialect } from './dialect.js';
import type { Encoding } from './text-decoder.js';
import type { RawRow } from './tokeniser.js';

/** A table that is being read: the header and the first rows are known, the rest streams past once. */
export interface Table {
  readonly fileName: string;
  readonly format: 'csv' | 'xlsx' | 'ndjson';
  /** Undefined for a format without separators. */
  readonly dialect: Dialect | undefined;
  /** As far as it is known: a byte on the last line may still tell UTF-8 from windows-1252. */
  readonly encoding: Encoding;
  /** Which sheet of a workbook is read, and what others there are. */
  readonly sheet?: string;
  readonly sheetNames?: readonly string[];
  readonly header: readonly string[];
  readonly headerRow: number;
  /** The first rows (at most two hundred), for recognising columns; they come again in `rows` and `batches`. */
  readonly sample: readonly RawRow[];
  /** True where `sample` holds every row of the file. */
  readonly sampleIsWhole: boolean;
  /** Grow while the rows are read. */
  readonly progress: TableProgress;
  /** Rows with data, one at a time. Blank rows, preamble and footer are left out and counted. Can be read once. */
  rows(): AsyncIterable<RawRow>;
  /** The same rows, some hundreds at a time: several times faster. Can be read once. */
  batches(): AsyncIterable<RawRow[]>;
}

export interface TableProgress {
  bytesRead: number;
  rows: number;
  preambleLines: number;
  footerLines: number;
  blankRows: number;
}
