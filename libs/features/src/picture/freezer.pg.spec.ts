import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRow, reportRows, TestLab, type TestReport } from '@datalab/testing';

/** Twenty in one buurt, seven in the next, in the years that the picture stays open for. */
const FIRST = [
  ...reportRows(20, { area_code: 'B01' }),
  ...reportRows(7, { area_code: 'B02' }),
  ...reportRows(30, { area_code: 'B03', occurred_on: '2024-05-01' }),
];

describeWithDatabase('a published cell', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await show(FIRST);
  });
  afterAll(() => lab.close());

  const show = async (rows: readonly TestReport[]) => {
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [...rows] });
    await lab.buildPicture();
  };
  const cells = async (tier: string) =>
    new Map(
      (
        await lab.database.look<{ place: string; reports: number | null }>(
          `select area_code || ' ' || period || ' ' || category as place, reports from cell where tier = $1`,
          [tier],
        )
      ).map(({ place, reports }) => [place, reports]),
    );
  const lines = async () =>
    (
      await lab.database.look<{ n: number }>(
        `select coalesce(sum(cardinality(area_codes)), 0)::int as n from ledger_line l join ledger_entry e on e.id = l.entry_id
         where e.kind = 'picture'`,
      )
    )[0]!.n;

  it('stays what it was when one report is added, wherever one looks; the own figures follow at once', async () => {
    const before = { lab: await cells('lab'), public: await cells('public'), lines: await lines() };
    expect(before.lines).toBe(before.lab.size);
    await show([...FIRST, reportRow({ area_code: 'B01' })]);
    expect(await cells('lab')).toEqual(before.lab);
    expect(await cells('public')).toEqual(before.public);
    expect((await cells('own')).get('B01 2024 all')).toBe(21);
    // Nothing new left, so nothing was entered.
    expect(await lines()).toBe(before.lines);
  });

  it('takes a new value when five reports of five households changed since it was published, not since the last picture', async () => {
    const before = await cells('lab');
    const added = reportRows(5, { area_code: 'B01' });
    await show([...FIRST, ...added.slice(0, 3)]);
    expect(await cells('lab')).toEqual(before);
    await show([...FIRST, ...added]);
    const after = await cells('lab');
    const places = [...before.keys()].filter((place) => after.get(place) !== before.get(place));
    expect(places.every((place) => /^(B01|W1|G) /.test(place) && !place.includes('2024-05'))).toBe(true);
    expect(after.get('B02 2024 all')).toBe(before.get('B02 2024 all'));
    expect(await lines()).toBeGreaterThan(before.size);
  });

  it('does not follow five reports of one household', async () => {
    const before = await cells('lab');
    await show([...FIRST, ...reportRows(5, { area_code: 'B02', household_key: 'one' })]);
    expect((await cells('lab')).get('B02 2024-01 noise')).toBe(before.get('B02 2024-01 noise'));
  });

  it('stays empty where one report comes that was not there', async () => {
    await show([...FIRST, reportRow({ area_code: 'B09' })]);
    expect([...(await cells('lab')).keys()].filter((place) => place.startsWith('B09'))).toEqual([]);
    expect((await cells('own')).get('B09 2024 all')).toBe(1);
  });
});
