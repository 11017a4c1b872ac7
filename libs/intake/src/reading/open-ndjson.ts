import { cleanText } from './layout.js';
import { recordTable } from './record-table.js';
import { Refusal } from './refusal.js';
import type { TextSource } from './text-source.js';
import type { Table } from './table.js';
import { MAX_RECORD_LENGTH, type RawRow } from './tokeniser.js';

/** True where the first line of a text is a JSON object by itself, as each line of NDJSON is. */
export function looksLikeNdjson(text: string): boolean {
  const line = /^\s*(\{[^\n]*\})\s*(?:\n|$)/.exec(text)?.[1];
  return line !== undefined && parsed(line) !== undefined;
}

/**
 * Reads one JSON object per line. The columns are the names of the first lines; an object within an object is no table. A line that is no
 * JSON refuses the file, naming the line.
 */
export function openNdjson(source: TextSource): Table {
  const { first, complete, rest, located } = source;
  const end = complete ? first.length : first.lastIndexOf('\n') + 1;
  const head = first.slice(0, end).split('\n');
  const names: string[] = [];
  const positions = new Map<string, number>();
  for (const line of head) {
    for (const name of Object.keys(parsed(line) ?? {})) {
      if (!positions.has(name)) positions.set(name, names.push(name) - 1);
    }
  }
  const rowOf = (line: string, row: number): RawRow => rowOfLine(line, row, names.length, positions);
  // The names stand above the first line, where a person sees none. A blank one gets the name that it would have in a CSV.
  const header: RawRow = { row: 0, cells: names.map((name, i) => cleanText(name) || `kolom ${i + 1}`) };
  const records = async function* (): AsyncGenerator<RawRow[]> {
    let held = '';
    let row = 0;
    const rowsOf = (text: string, last: boolean) => {
      const lines = (held + text).split('\n');
      held = last ? '' : lines.pop()!;
      if (held.length > MAX_RECORD_LENGTH) throw notJson(row + 1);
      return lines.flatMap((line) => (line.trim() === '' && (row += 1) ? [] : [rowOf(line, (row += 1))]));
    };
    yield rowsOf(first, false);
    try {
      for await (const text of rest) yield rowsOf(text, false);
    } catch (error) {
      throw located(error, row + 1);
    }
    yield rowsOf('', true);
  };
  const sample = head.slice(0, 200).flatMap((line, i) => (line.trim() === '' ? [] : [rowOf(line, i + 1)]));
  return recordTable({ ...source, format: 'ndjson', first: [header, ...sample], firstIsAll: complete, records });
}

function rowOfLine(line: string, row: number, width: number, positions: ReadonlyMap<string, number>): RawRow {
  const object = parsed(line);
  if (object === undefined) throw notJson(row);
  const cells = Array<string>(width).fill('');
  for (const [name, value] of Object.entries(object)) {
    if (typeof value === 'object' && value !== null)
      throw new Refusal('ndjson.nested', 'Op deze regel staat een object in een object; dat is geen tabel.', { row });
    // A name that the first lines did not have is one cell too many, and is told as such.
    cells[positions.get(name) ?? cells.length] = value === null ? '' : String(value);
  }
  return { row, cells };
}

const notJson = (row: number): Refusal => new Refusal('ndjson.malformed', 'Deze regel is geen JSON-object.', { row });

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch (error) {
    if ((error as Partial<Error>).name === 'SyntaxError') return undefined;
    throw error;
  }
}
