import { EVERY_SOURCE } from '@datalab/data';
import type { Remainder } from '@datalab/disclosure';
import type { ExactRow } from '@datalab/snapshot';
import type { GateRow } from './gate.js';
import type { DeliveringSource } from './sources.js';
import type { Sheet } from './sheet.js';

const KEY_SPACE = 2 ** 32;

/**
 * The sheets of all sources of reports together, of one table (level × grain) of single sources. Nothing is linked: the households of a cell
 * are the largest number in any one source, its largest households and reporters those of any one source, and its key the sum of theirs. Open
 * data are added after the gate. Sources that know less than this grain tells are asked for elsewhere: `sources` are those that count here.
 * Sorted by period, category and area.
 */
export function sheetsOfAllSources(rows: readonly ExactRow[], sources: ReadonlyMap<string, DeliveringSource>): Sheet[] {
  if (sources.size < 2) return [];
  const counted = rows.filter(({ datasetId }) => sources.has(datasetId));
  const bySheet = Map.groupBy(counted, ({ period, category }) => `${period} ${category}`);
  return [...bySheet.keys()].sort().map((name): Sheet => {
    const own = bySheet.get(name)!;
    const byArea = Map.groupBy(own, ({ areaCode }) => areaCode);
    return {
      datasetId: EVERY_SOURCE,
      organisationId: EVERY_SOURCE,
      isShared: true,
      kind: 'records',
      isOpen: false,
      delivered: deliveredByAll(own[0]!, sources),
      rows: [...byArea.keys()].sort().map((code) => combined(byArea.get(code)!, sources)),
    };
  });
}

function combined(rows: readonly ExactRow[], sources: ReadonlyMap<string, DeliveringSource>): GateRow {
  const closed = rows.filter(({ datasetId }) => !sources.get(datasetId)!.isOpen);
  const organisations = [...new Set(closed.map(({ datasetId }) => sources.get(datasetId)!.organisationId))].sort();
  return {
    ...rows[0]!,
    ...partOf(closed),
    datasetId: EVERY_SOURCE,
    key: closed.reduce((sum, { key }) => (sum + key) % KEY_SPACE, 0),
    sources: closed.map(({ datasetId }) => datasetId),
    openReports: rows.reduce((sum, { datasetId, reports }) => sum + (sources.get(datasetId)!.isOpen ? reports : 0), 0),
    remainders: organisations.map((without): Remainder => ({
      without,
      ...partOf(closed.filter(({ datasetId }) => sources.get(datasetId)!.organisationId !== without)),
    })),
  };
}

function partOf(rows: readonly ExactRow[]) {
  const sum = (of: (row: ExactRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    reports: sum(({ reports }) => reports),
    households: Math.max(0, ...rows.map(({ households }) => households)),
    rowsWithoutHousehold: sum(({ rowsWithoutHousehold }) => rowsWithoutHousehold),
    largestHouseholds: twoLargest(rows.flatMap(({ largestHouseholds }) => largestHouseholds)),
    reportsWithReporter: sum(({ reportsWithReporter }) => reportsWithReporter),
    largestReporters: twoLargest(rows.flatMap(({ largestReporters }) => largestReporters)),
  };
}

function twoLargest(counts: readonly number[]): [number, number] {
  const [first = 0, second = 0] = counts.toSorted((a, b) => b - a);
  return [first, second];
}

/** Full only where every source delivered all of the period. */
function deliveredByAll(
  { grain, period }: ExactRow,
  sources: ReadonlyMap<string, DeliveringSource>,
): 'full' | 'partial' {
  if (grain === 'all' || grain.endsWith('_of_week')) return 'full';
  return [...sources.values()].every(({ delivered }) => delivered.get(period) === 'full') ? 'full' : 'partial';
}
