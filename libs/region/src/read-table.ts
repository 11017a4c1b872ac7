import Papa from 'papaparse';
import { error, type RegionFault } from './region-fault.js';

export interface TableLine {
  /** As a person counts them in the file; the header is line 1. */
  number: number;
  /** Trimmed; empty where the table lacks an optional column. */
  cells: Record<string, string>;
}

/** Reads a table of a region folder: UTF-8, comma, with a header that holds at least the first of the columns. */
export function readTable(
  file: string,
  text: string,
  columns: readonly string[],
): { lines: TableLine[]; faults: RegionFault[] } {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',', skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const places = new Map(columns.map((name) => [name, header.findIndex((cell) => cell.trim() === name)]));
  if (places.get(columns[0]!) === -1)
    return { lines: [], faults: [error(file, 'line 1', 'table.malformed', `has no column "${columns[0]}"`)] };
  const lines = rows.map((row, position) => ({
    number: position + 2,
    cells: Object.fromEntries(columns.map((name) => [name, (row[places.get(name)!] ?? '').trim()])),
  }));
  const short = lines.find((_, position) => rows[position]!.length !== header.length);
  const faults = short
    ? [error(file, `line ${short.number}`, 'table.malformed', 'has another number of cells than the header')]
    : [];
  return { lines, faults };
}
