import { describe, expect, it } from '@jest/globals';
import { AREAS, codeOf, COLUMNS } from './invented-region.fake.js';
import { runMethod, type FakeReport, type FakeRun, type FakeUse } from './run-method.fake.js';
import { serviceUseGapMethod } from './service-use-gap.method.js';

/** Two wijken of six areas each: in the second everybody uses support twice as often, and there is more confused behaviour. */
const HOUSEHOLDS = 1_200;
const isSecond = (household: number) => household % 3 === 0;
const isConfused = (household: number) => household % (isSecond(household) ? 4 : 5) === 1 || household % 60 === 0;
const areaOf = (household: number) => codeOf(household % COLUMNS, isSecond(household) ? 1 : 0);

/** Of every ten in a group so many use it. */
function planted(perTenConfused: number, perTenOther: number): { reports: FakeReport[]; uses: FakeUse[] } {
  const seen = { confused: 0, other: 0 };
  const reports: FakeReport[] = [];
  const uses: FakeUse[] = [];
  for (let household = 1; household <= HOUSEHOLDS; household++) {
    const confused = isConfused(household);
    const nth = seen[confused ? 'confused' : 'other']++;
    if (nth % 10 < (confused ? perTenConfused : perTenOther)) uses.push({ household, provision: 'WMO' });
    for (const dataset of ['ggd', 'police'])
      reports.push({
        dataset,
        area: areaOf(household),
        day: '2023-06-01',
        household,
        // Known as confused to one source is enough.
        category: confused && dataset === 'ggd' ? 'confused_behaviour' : 'noise',
      });
  }
  return { reports, uses };
}

const run = (change: Partial<FakeRun>): FakeRun => ({
  areas: AREAS,
  columns: COLUMNS,
  ...planted(2, 4),
  scope: {},
  ...change,
});

describe('the service-use gap', () => {
  it('finds that addresses with confused behaviour use support half as often, and says with what it compares', async () => {
    const { lab, public: open } = await runMethod(serviceUseGapMethod, run({}));
    if ('refused' in lab) throw new Error(lab.refused);
    const [crude, alike] = lab.tables.find(({ key }) => key === 'ratios')!.rows;
    expect(crude!['ratio']).toBeCloseTo(0.5, 1);
    expect(alike!['ratio']).toBeCloseTo(0.5, 1);
    expect(Number(crude!['high'])).toBeLessThan(1);
    const shares = lab.tables.find(({ key }) => key === 'use')!.rows.map(({ share }) => share);
    expect(shares[0]).toBeCloseTo(0.2, 1);
    expect(shares[1]).toBeCloseTo(0.4, 1);
    expect(lab.text.nl.what).toContain('Wmo-ondersteuning');
    expect(lab.text.nl.comparedWith).toContain('niet over “Verward gedrag”');
    expect(lab.picture.kind).toBe('coefficients');
    if ('refused' in open) throw new Error(open.refused);
    expect(open.tables.find(({ key }) => key === 'use')!.rows.map(({ share }) => share)).toEqual([0.2, 0.4]);
  });

  it('compares addresses that as many organisations know, where that is chosen', async () => {
    const { lab } = await runMethod(serviceUseGapMethod, run({ params: { comparable: 'organisations' } }));
    if ('refused' in lab) throw new Error(lab.refused);
    expect(lab.text.en.comparedWith).toContain('as many organisations');
    expect(lab.tables.find(({ key }) => key === 'ratios')!.rows[1]!['ratio']).toBeCloseTo(0.5, 1);
  });

  it('says that there is no clear difference where there is none', async () => {
    const { lab } = await runMethod(serviceUseGapMethod, run({ ...planted(3, 3) }));
    if ('refused' in lab) throw new Error(lab.refused);
    expect(lab.text.en.what).toContain('does not clearly differ');
  });

  it('never counts a report without a key as “no support”', async () => {
    const { reports, uses } = planted(2, 4);
    const keyless = Array.from({ length: 400 }, (_, i) => ({
      dataset: 'police',
      area: areaOf(i),
      day: '2023-06-01',
      household: 0,
      category: 'confused_behaviour',
    }));
    const [without, withThem] = [
      await runMethod(serviceUseGapMethod, run({ reports, uses })),
      await runMethod(serviceUseGapMethod, run({ reports: [...reports, ...keyless], uses, keyCoverage: 0.8 })),
    ].map(({ lab }) => {
      if ('refused' in lab) throw new Error(lab.refused);
      return lab;
    });
    const ratioOf = (lab: typeof without) => lab!.tables.find(({ key }) => key === 'ratios')!.rows[0]!['ratio'];
    expect(ratioOf(withThem)).toBe(ratioOf(without));
    expect(withThem!.warnings.map(({ code }) => code)).toContain('lower_bound');
  });

  it('is of another kind of report or provision where that is chosen', async () => {
    const { lab } = await runMethod(serviceUseGapMethod, run({ params: { provisions: ['SCHULD'] } }));
    expect(lab).toEqual({ refused: 'too-few-to-show' });
  });

  it('is refused without provision use, and where a cell may not be shown', async () => {
    expect((await runMethod(serviceUseGapMethod, run({ uses: undefined }))).lab).toEqual({
      refused: 'no-provision-use',
    });
    expect((await runMethod(serviceUseGapMethod, run({ ...planted(0, 4) }))).lab).toEqual({
      refused: 'too-few-to-show',
    });
  });
});
