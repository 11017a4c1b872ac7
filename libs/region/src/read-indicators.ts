import Papa from 'papaparse';
import { error, type RegionFault } from './region-fault.js';

/** A public figure about areas of one year. */
export interface Indicator {
  /** Name of its column, in lower case with underscores: `a_inw`. */
  code: string;
  /** Name of its column as it stands there. */
  title: string;
  /** By area code; an area that has no value, or a secret one, is not in it. */
  values: Map<string, number>;
}

/** What names the area: our own layout, and those of the CBS *Kerncijfers wijken en buurten* through the years. */
const CODE_COLUMNS = ['area_code', 'gwb_code', 'gwb_code_10', 'codering', 'codering_3', 'wijkenenbuurten', 'buurtcode'];
/** How the CBS writes "unknown", "secret" and "cannot be": missing, and never zero. */
const MISSING = new Set(['', '.', 'x', '-', 'X', '-99997', '-99999999']);
const FILE = 'indicators';
/** More columns than any layout has. */
const MOST_COLUMNS = 400;

/**
 * Reads a table of context indicators: one row per area, one column per indicator; comma or semicolon, decimal point or comma. Columns without a single
 * number are left out (names of areas), rows of areas that the region does not have too (a national file holds all of them); both are counted. An area
 * that stands there twice, no column that names the area, or no area of the region at all are errors, and nothing is given then.
 */
export function readIndicators(
  text: string,
  areaCodes: ReadonlySet<string>,
): { indicators: Indicator[]; faults: RegionFault[]; otherAreas: number } {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  const stop = (feature: string, message: string) => ({
    indicators: [],
    faults: [error(FILE, feature, 'table.malformed', message)],
    otherAreas: 0,
  });
  const codes = header.map((title) => codeOf(title));
  const at = codes.findIndex((code) => CODE_COLUMNS.includes(code));
  if (at === -1) return stop('line 1', `has no column that names the area: ${CODE_COLUMNS.join(', ')}`);
  if (header.length > MOST_COLUMNS) return stop('line 1', `has more than ${MOST_COLUMNS} columns`);
  const known = rows.filter((row) => areaCodes.has((row[at] ?? '').trim()));
  if (known.length === 0) return stop('column ' + header[at]!, 'names no area of the region; is it of another year?');
  const seen = new Set<string>();
  for (const row of known) {
    const area = row[at]!.trim();
    if (seen.has(area)) return stop(area, 'stands there twice');
    seen.add(area);
  }
  const indicators = codes.flatMap((code, column): Indicator[] => {
    if (column === at || code === '') return [];
    const values = new Map<string, number>();
    for (const row of known) {
      const value = numberOf(row[column] ?? '');
      if (value !== undefined) values.set(row[at]!.trim(), value);
    }
    // A column in which text stands beside numbers is a name or a code, not a figure.
    const filled = known.filter((row) => !MISSING.has((row[column] ?? '').trim())).length;
    return values.size === 0 || values.size < filled ? [] : [{ code, title: header[column]!.trim(), values }];
  });
  return { indicators, faults: [], otherAreas: rows.length - known.length };
}

const codeOf = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);

/** `1.234,5` and `1234.5` alike; undefined where it is missing or no number. */
function numberOf(cell: string): number | undefined {
  const text = cell.trim();
  if (MISSING.has(text)) return undefined;
  const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
