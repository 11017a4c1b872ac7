import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Inputs of the peers' timers; no part of the repository. */
export const ANCHORS = fileURLToPath(new URL('../../../../../../shared/oracles/perf/', import.meta.url));

export const anchorsArePresent = (): boolean => existsSync(`${ANCHORS}data`);

/** Columns of numbers of one of the anchors' files, in order, under their names. The files hold no gaps, and quotes only in the header. */
export async function readNumbers(name: string): Promise<ReadonlyMap<string, Float64Array>> {
  const lines = (await readFile(`${ANCHORS}data/${name}`, 'utf8')).trimEnd().split('\n');
  const names = lines[0]!.trim().replaceAll('"', '').split(',');
  const columns = names.map(() => new Float64Array(lines.length - 1));
  for (let row = 1; row < lines.length; row++) {
    const cells = lines[row]!.split(',');
    for (let j = 0; j < columns.length; j++) columns[j]![row - 1] = Number(cells[j]);
  }
  if (columns.some((column) => column.some(Number.isNaN))) throw new Error(`${name} holds something that is no number`);
  return new Map(names.map((column, j) => [column, columns[j]!]));
}

export function columnOf(table: ReadonlyMap<string, Float64Array>, name: string): Float64Array {
  const column = table.get(name);
  if (!column) throw new Error(`there is no column ${name}`);
  return column;
}
