import { describe, expect, it } from '@jest/globals';
import type { AreaRow, SeriesGrainRow } from '@datalab/data';
import { CellDraft, type DraftedCell } from './cell-draft.js';
import { chooseGrains } from './series-grains.js';
import type { DeliveringSource } from './sources.js';

const area = (code: string, level: string, parentCode: string | null): AreaRow =>
  ({ code, level, parentCode, name: code, lineage: [code], population: null, households: null }) as unknown as AreaRow;
const AREAS = [area('G', 'gemeente', null), area('W', 'wijk', 'G'), area('B1', 'buurt', 'W'), area('B2', 'buurt', 'W')];
const LEVELS = ['gemeente', 'wijk', 'buurt'];

const cell = (areaCode: string, period: string, state: 'shown' | 'withheld', category = 'all'): DraftedCell => {
  const grain = period.includes('-Q') ? 'quarter' : period.length === 7 ? 'month' : 'year';
  const row = { datasetId: 'd', level: 'buurt', grain, period, category, areaCode } as const;
  return { tier: 'lab', row, state, organisationId: 'o' } as unknown as DraftedCell;
};
const months = (year: string) => Array.from({ length: 12 }, (_m, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
const quarters = (year: string) => [1, 2, 3, 4].map((q) => `${year}-Q${q}`);

function source(years: Record<string, 'full' | 'partial'>): ReadonlyMap<string, DeliveringSource> {
  const delivered = new Map(
    Object.entries(years).flatMap(([year, much]) =>
      [year, ...quarters(year), ...months(year)].map((period) => [period, much] as const),
    ),
  );
  return new Map([
    ['d', { datasetId: 'd', organisationId: 'o', kind: 'records', isOpen: false, covers: [], delivered }],
  ]);
}

const choose = (cells: DraftedCell[], years: Record<string, 'full' | 'partial'>, grains: SeriesGrainRow[] = []) => {
  const draft = new CellDraft(AREAS);
  for (const one of cells) draft.note(one);
  const chosen = chooseGrains([draft], { areas: AREAS, levels: LEVELS, mayCombine: false, grains }, source(years));
  const at = (period: string, areaCode = 'B1') => chosen.publishes(draft.familyOf(cell(areaCode, period, 'shown')));
  const row = (tier: string, category = 'all') =>
    chosen.fresh.find((one) => one.level === 'buurt' && one.tier === tier && one.category === category);
  return { ...chosen, at, row };
};
/** Both buurten answer every quarter of 2023; in the months one of them does not, and the other only in eleven. */
const OF_2023 = [
  ...months('2023').flatMap((month, i) => [
    cell('B1', month, i === 0 ? 'withheld' : 'shown'),
    cell('B2', month, 'withheld'),
  ]),
  ...quarters('2023').flatMap((quarter) => [cell('B1', quarter, 'shown'), cell('B2', quarter, 'shown')]),
  cell('B1', '2023', 'shown'),
  cell('B2', '2023', 'shown'),
];

describe('the grain of the series of a picture', () => {
  it('is the finest that the year before answered, and all siblings have it', () => {
    const { row, at } = choose(OF_2023, { 2023: 'full', 2024: 'partial' });
    expect(row('lab')).toMatchObject({ year: '2024', parentCode: 'W', grain: 'quarter' });
    expect([at('2024-05'), at('2024-05', 'B2'), at('2024-Q2'), at('2024'), at('all')]).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it('does not look at the year that it is for', () => {
    const rich = months('2024').flatMap((month) => [cell('B1', month, 'shown'), cell('B2', month, 'shown')]);
    expect(choose([...OF_2023, ...rich], { 2023: 'full', 2024: 'full' }).row('lab')!.grain).toBe('quarter');
  });

  it('counts zero for an answer, where nothing may look like nothing', () => {
    const { row } = choose([...OF_2023, cell('B1', '2023-01', 'withheld', 'drugs_alcohol')], {
      2023: 'full',
      2024: 'full',
    });
    // To the public nothing was shown or withheld at all: it is all zero. Of drugs an empty month says nothing.
    expect([row('public')!.grain, row('lab', 'drugs_alcohol')!.grain]).toEqual(['month', 'all']);
  });

  it('is not chosen from a year that was delivered in part, nor for a year of which nothing was', () => {
    expect(choose(OF_2023, { 2023: 'partial', 2024: 'full' }).fresh).toEqual([]);
    expect(choose(OF_2023, { 2023: 'full' }).fresh).toEqual([]);
    expect(choose(OF_2023, { 2023: 'partial', 2024: 'full' }).at('2024-05')).toBe(true);
  });

  it('stays what it was once it is fixed', () => {
    const before: SeriesGrainRow = {
      datasetId: 'd',
      tier: 'lab',
      level: 'buurt',
      parentCode: 'W',
      category: 'all',
      year: '2024',
      grain: 'year',
    };
    const { row, at } = choose(OF_2023, { 2023: 'full', 2024: 'full' }, [before]);
    expect([row('lab'), at('2024-Q2'), at('2024')]).toEqual([undefined, false, true]);
  });
});
