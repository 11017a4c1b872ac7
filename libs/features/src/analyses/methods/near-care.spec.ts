import { describe, expect, it } from '@jest/globals';
import { runMethod, type FakeReport } from './run-method.fake.js';
import { ratesMethod } from './rates.method.js';

const AREAS = new Map([
  ['busy', 4_000],
  ['even', 4_000],
  ['hardly', 4_000],
  ['none', 4_000],
]);
const ADDRESSES = new Map([
  ['busy', { near: 500, far: 1_500 }],
  ['even', { near: 500, far: 1_500 }],
  ['hardly', { near: 500, far: 1_500 }],
  ['none', { near: 0, far: 2_000 }],
]);
const some = (area: string, count: number, nearCare?: boolean): FakeReport[] =>
  Array.from({ length: count }, () => ({ dataset: 'police', area, day: '2023-05-01', nearCare }));

const rowsOf = async (reports: FakeReport[]) => {
  const run = { reports, areas: AREAS, columns: 2, scope: {}, addresses: ADDRESSES, params: { nearCare: true } };
  const { lab } = await runMethod(ratesMethod, run);
  if ('refused' in lab) throw new Error(lab.refused);
  return { lab, rows: lab.tables.find(({ key }) => key === 'near-care')!.rows };
};

describe('rates near care locations', () => {
  it('are per address, beside the other addresses of the same area; what is not known is in neither', async () => {
    const { lab, rows } = await rowsOf([
      ...some('busy', 400, true),
      ...some('busy', 400, false),
      ...some('busy', 900),
      ...some('even', 100, true),
      ...some('even', 300, false),
      ...some('hardly', 2, true),
      ...some('hardly', 300, false),
      ...some('none', 300, false),
    ]);
    expect(rows.map(({ area }) => area)).toEqual(['Area busy', 'Area even', 'Area hardly']);
    const [busy, even, hardly] = rows;
    expect(Number(busy!['low'])).toBeGreaterThan(2);
    expect(Number(busy!['high'])).toBeLessThan(4.5);
    expect(Number(even!['low'])).toBeLessThan(1);
    expect(Number(even!['high'])).toBeGreaterThan(1);
    // The one would tell the other, beside the total of the area.
    expect(hardly).toMatchObject({ near: { withheld: true }, far: { withheld: true }, ratio: null });
    expect(lab.text.en.what).toContain('In 1 of the 3 areas with a care location');
  });

  it('are read where they are asked for and nowhere else', async () => {
    const scope = { ...({} as Parameters<typeof ratesMethod.use>[0]) };
    expect(ratesMethod.use(scope, { nearCare: true }).fields).toContain('near_care_location');
    expect(ratesMethod.use(scope, { nearCare: false }).fields).not.toContain('near_care_location');
    const { lab } = await runMethod(ratesMethod, { reports: some('even', 300), areas: AREAS, columns: 2, scope: {} });
    expect('refused' in lab ? [] : lab.tables.map(({ key }) => key)).toEqual(['areas']);
  });
});
