import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName, type TestReport } from '@datalab/testing';
import type { RhythmQuery } from './rhythms.service.js';

/** Wednesday the third of January 2024, and the Saturday after it. */
const [WEDNESDAY, SATURDAY] = ['2024-01-03', '2024-01-06'];
const at = (n: number, day: string, hour: number | undefined, row: Partial<TestReport> = {}): TestReport[] =>
  reportRows(n, { occurred_on: day, occurred_hour: hour, area_code: 'B01', ...row });

/** Enough for blocks in one buurt, wijk and municipality, of one category and of all; an hour of the night holds three. */
const FIRST = [
  ...at(90, WEDNESDAY, 13),
  ...at(60, SATURDAY, 22),
  ...at(3, WEDNESDAY, 2),
  ...at(20, WEDNESDAY, undefined),
  // Too few for a rhythm of their own.
  ...at(30, WEDNESDAY, 13, { area_code: 'B13', category: 'youth' }),
];

describeWithDatabase('the rhythm of the week', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: reportRows(40, { occurred_hour: undefined }) });
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
        await lab.database.look<{ place: string; state: string; reports: number | null }>(
          `select area_code || ' ' || category || ' ' || period as place, state, reports from cell
           where tier = $1 and grain like '%of_week'`,
          [tier],
        )
      ).map(({ place, state, reports }) => [place, reports ?? state]),
    );
  const lines = async () =>
    new Set(
      (
        await lab.database.look<{ place: string }>(
          `select unnest(area_codes) || ' ' || category || ' ' || period as place from ledger_line where grain like '%of_week'`,
        )
      ).map(({ place }) => place),
    );

  it('is told as finely as the number of all years allows that everybody sees, and goes through gate and ledger', async () => {
    const own = await cells('own');
    expect(own.get('B01 noise week-3')).toBe(90);
    expect(own.get('W1 all weekend-5')).toBe(60);
    expect(own.get('B01 noise week-0')).toBe(3);
    const shown = await cells('lab');
    for (const area of ['B01', 'W1', 'G']) {
      expect(shown.get(`${area} noise week-0`)).toBe('withheld');
      expect(Math.abs(Number(shown.get(`${area} noise week-3`)) - 90)).toBeLessThanOrEqual(5);
    }
    // Of the youth of B13 there are too few, of those of the municipality as well.
    expect([...shown.keys()].filter((place) => /youth|B13|W2/.test(place))).toEqual([]);
    // No hours: 203 reports are no ten an hour.
    expect([...shown.keys()].every((place) => /(week|weekend)-[0-5]$/.test(place))).toBe(true);
    expect(await lines()).toEqual(new Set([...shown.keys(), ...(await cells('public')).keys()]));
  });

  it('is read as one may see it: what is hidden looks like nothing else, and where none is told the nearest is named', async () => {
    const ask = async (name: PersonName, query: Partial<RhythmQuery> = {}) =>
      lab.rhythms.find(await lab.as(name), {
        labId: lab.ids.lab('overlast'),
        view: 'lab',
        datasetId: lab.ids.dataset('meldingen'),
        areaCode: 'B01',
        category: 'noise',
        ...query,
      });
    const seen = await ask('petra');
    expect(seen).toMatchObject({ hours: 'most', grain: 'block_of_week' });
    const byPeriod = new Map(seen.points.map(({ period, state }) => [period, state]));
    expect(byPeriod.size).toBe(12);
    expect(['week-0', 'week-1', 'week-3'].map((period) => byPeriod.get(period))).toEqual(['withheld', null, 'shown']);
    expect(await ask('petra', { areaCode: 'B13', category: 'youth' })).toEqual({
      hours: 'most',
      grain: null,
      points: [],
      nearest: { level: 'wijk', areaCode: 'W1', category: 'all' },
    });
    const police = await ask('petra', { datasetId: lab.ids.dataset('incidenten') });
    expect(police).toEqual({ hours: 'none', grain: null, points: [], nearest: null });
    const mine = await ask('sanne', { view: 'mirror' });
    expect(mine.points.find(({ period }) => period === 'week-0')).toMatchObject({ state: 'shown', reports: 3 });
    await expect(ask('petra', { view: 'mirror' })).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(ask('greta')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('stays what it was when one report comes, also in an hour that was empty', async () => {
    const before = await cells('lab');
    await show([...FIRST, ...at(1, WEDNESDAY, 13), ...at(1, SATURDAY, 5)]);
    expect(await cells('lab')).toEqual(before);
    expect((await cells('own')).get('B01 noise weekend-1')).toBe(1);
  });

  it('follows when five reports came, in that cell alone', async () => {
    const before = await cells('lab');
    await show([...FIRST, ...at(40, SATURDAY, 5)]);
    const after = await cells('lab');
    expect(Number(after.get('B01 noise weekend-1'))).toBeGreaterThanOrEqual(35);
    expect([...before].filter(([place, value]) => after.get(place) !== value)).toEqual([]);
  });

  it('becomes one by the hour when there are enough, and stays so', async () => {
    const many = [...FIRST, ...at(1_700, WEDNESDAY, 13)];
    await show(many);
    const hours = await cells('lab');
    expect(Number(hours.get('W1 noise 3-13'))).toBeGreaterThan(1_700);
    expect(hours.get('G noise 3-2')).toBe('withheld');
    // A buurt is never told by the hour.
    expect(Number(hours.get('B01 noise week-3'))).toBeGreaterThan(1_700);
    await show(FIRST);
    const fewer = await cells('lab');
    expect(fewer.has('W1 noise 3-13')).toBe(true);
    expect(fewer.has('W1 noise week-3')).toBe(false);
  });
});
