import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseCsv } from '../analysis/parse-csv.js';
import { UsageError } from '../env.js';

type Column = readonly (string | null)[];

/** A panel to write: name of its file, and its lines. */
export interface MadePanel {
  readonly name: string;
  readonly lines: readonly { area: string; period: string; count: number }[];
}

const MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');

/** Every area × every period that was delivered: an area without rows in such a period counted zero, a period without rows is a gap. */
function completed(counts: ReadonlyMap<string, number>, areas: Iterable<string>, periods: Iterable<string>) {
  const delivered = [...periods].sort();
  return [...areas]
    .sort()
    .flatMap((area) => delivered.map((period) => ({ area, period, count: counts.get(`${area}\n${period}`) ?? 0 })));
}

function add(counts: Map<string, number>, area: string, period: string, more = 1): void {
  const key = `${area}\n${period}`;
  counts.set(key, (counts.get(key) ?? 0) + more);
}

/** StatLine's wide table of nuisance: a row per type, columns `2012 januari` …, between them totals of years. */
async function nuisancePerType(path: string): Promise<MadePanel[]> {
  const table = parseCsv(await readFile(path, 'utf8'), basename(path));
  const names = [...table.columns.keys()];
  const types = table.columns.get(names[1]!)!;
  const lines = names.flatMap((name) => {
    const [year, month] = name.split(' ');
    const place = MONTHS.indexOf(month ?? '');
    if (place < 0) return [];
    const period = `${year}-${String(place + 1).padStart(2, '0')}`;
    return table.columns
      .get(name)!
      .flatMap((value, row) => (value === null ? [] : [{ area: types[row]!, period, count: Number(value) }]));
  });
  const isTotal = (area: string) => /^total/i.test(area);
  return [
    { name: 'breda-police-nuisance-types.csv', lines: lines.filter(({ area }) => !isTotal(area)) },
    { name: 'breda-police-nuisance-total.csv', lines: lines.filter(({ area }) => isTotal(area)) },
  ];
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * Rows of police.uk's files. Anti-social behaviour has no id: equal rows are separate incidents. A month is delivered when any row of
 * any crime type has it; rows without an area count in the total alone.
 */
async function policePerArea(folder: string): Promise<MadePanel[]> {
  const files = (await readdir(folder)).filter((file) => /\.csv(\.gz)?$/.test(file)).sort();
  const perArea = new Map<string, number>();
  const total = new Map<string, number>();
  const areas = new Set<string>();
  const periods = new Set<string>();
  for (const file of files) {
    const { columns, rows } = parseCsv(await readText(join(folder, file)), file);
    const [month, area, type] = ['Month', 'LSOA code', 'Crime type'].map((name) => columns.get(name)) as Column[];
    if (!month || !area || !type) throw new UsageError(`${file} is no file of police.uk.`);
    for (let row = 0; row < rows; row++) {
      periods.add(month[row]!);
      if (area[row] !== null) areas.add(area[row]!);
      if (type[row] !== 'Anti-social behaviour') continue;
      add(total, 'all', month[row]!);
      if (area[row] !== null) add(perArea, area[row]!, month[row]!);
    }
  }
  return [
    { name: 'avon-police-asb-areas.csv', lines: completed(perArea, areas, periods) },
    { name: 'avon-police-asb-total.csv', lines: completed(total, ['all'], periods) },
  ];
}

/** FixMyStreet's counts per area, month and category, all categories together. */
async function fixMyStreetPerArea(path: string): Promise<MadePanel[]> {
  const { columns, rows } = parseCsv(await readText(path), basename(path));
  const [month, area, reports] = ['month', 'lsoa', 'reports'].map((name) => columns.get(name)) as Column[];
  const counts = new Map<string, number>();
  for (let row = 0; row < rows; row++) add(counts, area![row]!, month![row]!, Number(reports![row]!));
  const lines = completed(counts, new Set(area as string[]), new Set(month as string[]));
  return [{ name: 'avon-fixmystreet-areas.csv', lines }];
}

/** The panels that a folder of the Breda or the Avon data makes. Throws UsageError where it is neither. */
export async function makePanels(folder: string): Promise<MadePanel[]> {
  const files = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${folder} cannot be read (${error.code}).`);
  });
  const panels: MadePanel[] = [];
  const nuisance = files.find((file) => /^overlast_maand_gemeente.*\.csv$/.test(basename(file)));
  if (nuisance) panels.push(...(await nuisancePerType(join(folder, nuisance))));
  if (files.includes('police')) panels.push(...(await policePerArea(join(folder, 'police'))));
  const fixMyStreet = files.find((file) => basename(file) === 'fms_lsoa_month_category.csv');
  if (fixMyStreet) panels.push(...(await fixMyStreetPerArea(join(folder, fixMyStreet))));
  if (panels.length === 0)
    throw new UsageError(
      `${folder} holds neither overlast_maand_gemeente*.csv nor police/*.csv.gz nor FixMyStreet counts.`,
    );
  return panels;
}
