import { joined } from './decode-text.js';
import { isZip, refuseKnownBinary } from './file-kind.js';
import { openText } from './open-text.js';
import { openXlsx } from './open-xlsx.js';
import { noProgress } from './record-table.js';
import { Refusal } from './refusal.js';
import type { Table, TableProgress } from './table.js';

const SAMPLE_BYTES = 65_536;

/**
 * Opens a table from the bytes of a file: CSV, NDJSON or XLSX, by its contents and not by its name. Text is read in memory that does not
 * grow with the file; a workbook keeps its packed bytes. Recognises encoding (UTF-8, windows-1252, UTF-16), separator, quoting, decimal
 * mark, preamble and footer. Throws Refusal with a located Dutch reason for an empty or binary file, a file that is no table, an open
 * quote or a mix of encodings; the latter two also while the rows are read.
 */
export async function openTable(source: AsyncIterable<Uint8Array>, fileName: string): Promise<Table> {
  const progress = noProgress();
  const chunks = source[Symbol.asyncIterator]();
  const head = await firstBytes(chunks, SAMPLE_BYTES);
  if (head.bytes.length === 0) throw new Refusal('file.empty', 'Het bestand is leeg.');
  refuseKnownBinary(head.bytes);
  const bytes = counted(head.bytes, chunks, progress);
  return isZip(head.bytes) ? openXlsx(bytes, fileName, progress) : openText(bytes, head, fileName, progress);
}

async function firstBytes(
  chunks: AsyncIterator<Uint8Array>,
  enough: number,
): Promise<{ bytes: Uint8Array; complete: boolean }> {
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
