import { readFile } from 'node:fs/promises';
import { periodAxis, readPanel, type CaseTable, type CountPanel, type PanelReading } from '@datalab/analysis';
import { parseCsv } from '../analysis/parse-csv.js';
import { UsageError } from '../env.js';

/** What a panel file says, and the length of its steps. */
export interface PanelFile extends PanelReading {
  readonly grain: string;
  /** Does any line say zero? Without one, lines that are left out may have been meant as zeros. */
  readonly hasZero: boolean;
}

async function readTable(path: string): Promise<CaseTable> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path} cannot be read (${error.code}).`);
  });
  const header = text.slice(0, text.indexOf('\n'));
  const semicolons = header.includes(';') && !header.includes(',');
  try {
    return parseCsv(semicolons ? text.replaceAll(';', ',') : text, path);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : `${path} is no table`);
  }
}

function column(table: CaseTable, name: string, path: string): readonly (string | null)[] {
  const found = [...table.columns].find(([heading]) => heading.trim().toLowerCase() === name);
  if (!found) throw new UsageError(`${path} has no column ${name}.`);
  return found[1];
}

/** Numbers of the areas beside each area, from a table of pairs `area, neighbour`; a pair counts both ways. */
async function readNeighbours(path: string, areas: readonly string[]): Promise<number[][]> {
  const table = await readTable(path);
  const from = column(table, 'area', path);
  const to = column(table, 'neighbour', path);
  const numberOf = new Map(areas.map((area, i) => [area, i]));
  const beside = areas.map(() => new Set<number>());
  from.forEach((area, k) => {
    const i = numberOf.get(area ?? '');
    const j = numberOf.get(to[k] ?? '');
    if (i === undefined || j === undefined || i === j) return;
    beside[i]!.add(j);
    beside[j]!.add(i);
  });
  return beside.map((set) => [...set].sort((a, b) => a - b));
}

/**
 * Reads a panel: columns area, period, count; other columns are left alone. An empty count is a gap. Throws UsageError with what is wrong
 * and in which line, never a value of it.
 */
export async function readPanelFile(path: string, neighbours?: string): Promise<PanelFile> {
  const table = await readTable(path);
  const [areas, periods, counts] = ['area', 'period', 'count'].map((name) => column(table, name, path)) as [
    readonly (string | null)[],
    readonly (string | null)[],
    readonly (string | null)[],
  ];
  if (table.rows === 0) throw new UsageError(`${path} has no lines.`);
  const lines = counts.map((count, k) => {
    const [area, period] = [areas[k], periods[k]];
    if (area == null || period == null) throw new UsageError(`${path}: line ${k + 2} lacks its area or period.`);
    const value = count === null || count.trim() === '' ? Number.NaN : Number(count);
    if (Number.isNaN(value) && count !== null && count.trim() !== '')
      throw new UsageError(`${path}: the count in line ${k + 2} is no number.`);
    return { area: area.trim(), period: period.trim(), count: value };
  });
  try {
    const axis = periodAxis(lines.map(({ period }) => period));
    const reading = readPanel(lines, axis);
    const panel: CountPanel =
      neighbours === undefined
        ? reading.panel
        : { ...reading.panel, neighbours: await readNeighbours(neighbours, reading.panel.areas) };
    return { ...reading, panel, grain: axis.grain, hasZero: lines.some(({ count }) => count === 0) };
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${path}: ${error.message}.`);
    throw error;
  }
}
