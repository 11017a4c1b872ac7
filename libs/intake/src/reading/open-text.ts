import { TextStream } from './decode-text.js';
import { guessEncoding } from './encoding.js';
import { refuseOtherText } from './file-kind.js';
import { openCsv } from './open-csv.js';
import { looksLikeNdjson, openNdjson } from './open-ndjson.js';
import { Refusal } from './refusal.js';
import type { Table, TableProgress } from './table.js';
import type { TextSource } from './text-source.js';

/** Decodes and opens a file of text: CSV in the wild, or NDJSON. */
export async function openText(
  bytes: AsyncIterable<Uint8Array>,
  head: { bytes: Uint8Array; complete: boolean },
  fileName: string,
  progress: TableProgress,
): Promise<Table> {
  const stream = new TextStream(guessEncoding(head.bytes));
  const rest = stream.decode(bytes);
  const first = await firstText(rest, head.complete);
  if (first.trim() === '') throw new Refusal('file.empty', 'Het bestand bevat geen tekst.');
  const source: TextSource = {
    fileName,
    first,
    complete: head.complete,
    rest,
    encoding: () => stream.encoding,
    progress,
    located,
  };
  if (looksLikeNdjson(first)) return openNdjson(source);
  refuseOtherText(first);
  return openCsv(source);
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

function located(error: unknown, row: number): unknown {
  return error instanceof Refusal && error.row === undefined ? new Refusal(error.code, error.message, { row }) : error;
}
