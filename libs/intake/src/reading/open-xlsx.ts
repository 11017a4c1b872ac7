import { isBlank } from './dialect.js';
import { recordTable } from './record-table.js';
import { Refusal } from './refusal.js';
import type { Table, TableProgress } from './table.js';
import type { RawRow } from './tokeniser.js';
import { sheetRows } from './xlsx-rows.js';
import { readWorkbook, type Workbook } from './xlsx-workbook.js';
import { ZipArchive } from './zip-archive.js';

/** An .xlsx file is kept packed in memory, since its directory is at its end. */
const MAX_PACKED = 200_000_000;
const SAMPLE_ROWS = 300;

/**
 * Opens the first visible sheet of a workbook that holds anything. Rows stream out of the packed bytes; besides those only the shared texts are in memory. A
 * row is as wide as the sheet: Excel leaves out empty cells at its end.
 */
export async function openXlsx(
  bytes: AsyncIterable<Uint8Array>,
  fileName: string,
  progress: TableProgress,
): Promise<Table> {
  const archive = new ZipArchive(await packed(bytes));
  const workbook = readWorkbook(archive);
  const { sheet, first, complete } = firstSheetWithRows(archive, workbook);
  const width = Math.max(0, ...first.map(({ cells }) => cells.length));
  const widened = (rows: readonly RawRow[]) =>
    rows.map(({ row, cells }) => ({
      row,
      cells: [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')],
    }));
  return recordTable({
    fileName,
    format: 'xlsx',
    encoding: () => 'utf-8',
    first: widened(first.slice(0, SAMPLE_ROWS)),
    firstIsAll: complete,
    // An async generator of what is at hand already: one way of reading for all formats.
    records: async function* () {
      for (const rows of sheetRows(archive, sheet.part, workbook)) yield widened(rows);
    },
    progress,
    sheet: sheet.name,
    sheetNames: workbook.sheetNames,
  });
}

function firstSheetWithRows(archive: ZipArchive, workbook: Workbook) {
  for (const sheet of workbook.visible) {
    const first: RawRow[] = [];
    let complete = true;
    for (const rows of sheetRows(archive, sheet.part, workbook)) {
      first.push(...rows);
      complete = first.length <= SAMPLE_ROWS;
      if (!complete) break;
    }
    if (first.some(({ cells }) => !isBlank(cells))) return { sheet, first, complete };
  }
  throw new Refusal('file.empty', 'Geen enkel werkblad van dit Excel-bestand bevat rijen.');
}

async function packed(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > MAX_PACKED) throw new Refusal('xlsx.too-large', 'Dit Excel-bestand is groter dan 200 MB. Lever CSV.');
    pieces.push(piece);
  }
  if (pieces.length === 1) return pieces[0]!;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
