import { describe, expect, it } from '@jest/globals';
import type { AreaRow } from '@datalab/data';
import type { GuessTable, SharedTier } from '@datalab/disclosure';
import { ALL_CATEGORIES, GRID_LEVEL } from '@datalab/domain';
import { CellDraft, type DraftedCell } from '../picture/cell-draft.js';
import type { Freezer } from '../picture/freezer.js';
import type { DeliveringSource } from '../picture/sources.js';
import { FamilyNumbers } from './family-numbers.js';
import { guessedPicture } from './guessed-picture.js';

const area = (code: string, level: string, parentCode: string | null): AreaRow =>
  ({ code, level, parentCode, name: code, lineage: [code] }) as unknown as AreaRow;
const AREAS = [
  area('G', 'gemeente', null),
  area('W', 'wijk', 'G'),
  ...['B1', 'B2', 'B3'].map((code) => area(code, 'buurt', 'W')),
];
const LEVELS: Record<string, string> = { G: 'gemeente', W: 'wijk' };
const PERIODS = ['2024', ...[1, 2, 3, 4].map((q) => `2024-Q${q}`), '2024-01', '2024-02', '2024-03'];
const SOURCE: DeliveringSource = {
  datasetId: 'd',
  organisationId: 'o',
  kind: 'records',
  isOpen: false,
  covers: [],
  delivered: new Map(PERIODS.map((period) => [period, 'full'])),
};

const cell = (areaCode: string, period: string, reports: number, of: Partial<DraftedCell> = {}): DraftedCell => {
  const grain = period.includes('-Q') ? 'quarter' : period.length === 7 ? 'month' : 'year';
  const category = 'drugs_alcohol';
  const row = { datasetId: 'd', level: LEVELS[areaCode] ?? 'buurt', grain, period, category, areaCode } as const;
  const state = reports >= 5 ? 'shown' : 'withheld';
  const behind = { reports, openReports: 0, scale: 1 };
  return { tier: 'lab', organisationId: 'o', row, state, reports, behind, ...of } as unknown as DraftedCell;
};

function read(
  cells: DraftedCell[],
  publishes: (grain: string) => boolean = () => true,
  tier: SharedTier = 'lab',
  freezer?: Pick<Freezer, 'keeping'>,
) {
  const draft = new CellDraft(AREAS);
  for (const one of cells) draft.note(one);
  const numbers = new FamilyNumbers();
  const picture = {
    areas: AREAS,
    fine: new Set(['buurt']),
    sources: new Map([['d', SOURCE]]),
    draft,
    frozen: new CellDraft(AREAS),
    freezer: freezer as Freezer | undefined,
    publishes: ({ grain }: { grain: string }) => publishes(grain),
  };
  return { table: guessedPicture(tier, picture, { floor: 5, noise: true, rounded: false }, numbers), numbers };
}
const partsOf = ({ state, reports, sums }: GuessTable, axis: keyof GuessTable['sums']) =>
  Array.from(sums[axis].total, (_total, sum) =>
    Array.from(sums[axis].parts.subarray(sums[axis].start[sum]!, sums[axis].start[sum + 1]!), (line) => [
      state[line]!,
      reports[line]!,
    ]),
  );
/** Places in `LINE_STATES`. */
const [FEW, WITHHELD, SHOWN] = [2, 3, 4];

describe('a picture as the guesser reads it', () => {
  it('holds every total with a hidden part, with the areas that have no cell', () => {
    const { table, numbers } = read([cell('W', '2024', 9), cell('B1', '2024', 6), cell('B2', '2024', 3)]);
    // Under the wijk, drugs in a year: nothing and too few look the same, so the third buurt is hidden as well.
    expect(partsOf(table, 'areas')).toEqual([[[SHOWN, 6], [WITHHELD, 3], [FEW, 0]]]); // prettier-ignore
    const families = new Set(table.family.subarray(1));
    expect([...families].map((number) => numbers.at(number).parentCode)).toEqual(['W']);
  });

  it('holds every period in which something lies as a part of the longer one', () => {
    const quarters = [cell('W', '2024', 9), cell('W', '2024-Q1', 6), cell('W', '2024-Q2', 3)];
    expect(partsOf(read(quarters).table, 'periods')).toEqual([[[SHOWN, 6], [WITHHELD, 3]]]); // prettier-ignore
  });

  it('has no sum of what its grain leaves out, and reads what looks like zero for what it is', () => {
    const cells = [
      cell('W', '2024-Q1', 9),
      cell('W', '2024-01', 6, { state: 'coarser', reports: null }),
      cell('B1', '2024-Q1', 2, { state: 'none_or_few', reports: null }),
    ];
    const { table } = read(cells, (grain) => grain !== 'month');
    expect(partsOf(table, 'areas')).toEqual([[[FEW, 2], [FEW, 0], [FEW, 0]]]); // prettier-ignore
    expect(partsOf(table, 'periods')).toEqual([]);
  });

  it('reads one tier alone', () => {
    const cells = [cell('W', '2024', 9), cell('B1', '2024', 3)];
    expect(partsOf(read(cells, () => true, 'public').table, 'areas')).toEqual([]);
  });

  it('reads a number that is kept as it was published, whatever stands in its place now', () => {
    const now = [cell('W', '2024', 9), cell('B1', '2024', 6), cell('B2', '2024', 3)];
    const place = { datasetId: 'd', period: '2024', category: 'drugs_alcohol', areaCode: 'B2' };
    // Seven, give or take five, and never under the floor: what the ledger holds of a shown seven.
    const kept = { keeping: () => [{ place, known: { low: 5, high: 12 } }][Symbol.iterator]() };
    const { table } = read(now, () => true, 'lab', kept as unknown as Freezer);
    const line = partsOf(table, 'areas')[0]!;
    expect(line.map(([state]) => state)).toEqual([SHOWN, SHOWN, FEW]);
    // What is true of it now stays what it is.
    expect(line.map(([, reports]) => reports)).toEqual([6, 3, 0]);
    expect(partsOf(read(now).table, 'areas')[0]!.map(([state]) => state)).toEqual([SHOWN, WITHHELD, FEW]);
  });

  it('reads squares along categories alone of a year, and says that they look like too few where they are out', () => {
    const inSquare = (category: string, reports: number): DraftedCell => {
      const { row, ...of } = cell('E1', '2024', reports);
      const state = reports >= 5 ? 'shown' : 'none_or_few';
      return { ...of, state, row: { ...row, level: GRID_LEVEL, category } } as DraftedCell;
    };
    const blank = inSquare(ALL_CATEGORIES, 4);
    const other = { ...blank, row: { ...blank.row, areaCode: 'E2' } };
    const { table, numbers } = read([
      ...[inSquare(ALL_CATEGORIES, 9), inSquare('noise', 6), inSquare('youth', 3), other],
      ...[cell('W', '2024', 9), cell('B1', '2024', 6), cell('B2', '2024', 3)],
    ]);
    // Drugs are a category too: of them there are none in the square. E2 shows nothing, so nothing follows from it.
    expect(partsOf(table, 'categories')).toEqual([[[SHOWN, 6], [FEW, 0], [FEW, 3]]]); // prettier-ignore
    expect(partsOf(table, 'periods')).toEqual([]);
    const familiesOf = (axis: 'areas' | 'categories') => {
      const { total, parts } = table.sums[axis];
      return [...total, ...parts].map((line) => ({ ...numbers.at(table.family[line]!), few: table.fewWhenOut[line] }));
    };
    // Each square and category goes alone; a buurt goes with those beside it, and then says so.
    expect(familiesOf('categories')).toHaveLength(4);
    for (const { level, parentCode, few } of familiesOf('categories'))
      expect([level, parentCode, few]).toEqual([GRID_LEVEL, 'E1', 1]);
    expect(new Set(familiesOf('areas').map(({ few }) => few))).toEqual(new Set([0]));
  });
});
