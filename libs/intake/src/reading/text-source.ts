import type { TableProgress } from './table.js';
import type { Encoding } from './text-decoder.js';

/** Decoded text of a file: the first stretch, and the rest as a stream. */
export interface TextSource {
  fileName: string;
  first: string;
  /** True where `first` is all of it. */
  complete: boolean;
  rest: AsyncIterable<string>;
  encoding: () => Encoding;
  progress: TableProgress;
  /** The decoder knows no rows: adds the row to a Refusal that has none. */
  located: (error: unknown, row: number) => unknown;
}
