import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALL_PERIODS, GRAINS, periodOf } from '@datalab/domain';
import {
  countRow,
  deliver,
  describeWithDatabase,
  reportRow,
  reportRows,
  testRegion,
  TestLab,
  type DatasetKey,
  type PersonName,
  type TestReport,
} from '@datalab/testing';

/** What a cell must pass to be seen (disclosure.md §1): reports, and households or rows that concern none. */
const FLOORS = { own: 0, lab: 5, public: 10 } as const;
const AREAS = testRegion().areas;
const WIJK_WEST = AREAS.filter(({ lineage }) => lineage.includes('W1')).map(({ code }) => code);

const MELDINGEN: TestReport[] = [
  ...reportRows(12, { area_code: 'B01' }),
  // One household, twelve times.
  ...reportRows(12, { area_code: 'B02', household_key: 'one' }),
  ...reportRows(7, { area_code: 'B03', category: 'youth', occurred_on: '2024-02-29' }),
  ...reportRows(4, { area_code: 'B04' }),
  ...reportRows(6, { area_code: 'B05', household_role: 'location' }),
  // Without a key they may all be one household: five in all here, four in the next.
  ...reportRows(5, { area_code: 'B06', household_key: undefined }),
  ...reportRows(4, { area_code: 'B06' }),
  ...reportRows(4, { area_code: 'B07', household_key: undefined }),
  ...reportRows(3, { area_code: 'B07' }),
  reportRow({ area_code: 'B01', category: 'out_of_scope' }),
  reportRow({ placement: 'outside_region', area_code: undefined }),
];
const INCIDENTEN = [
  ...reportRows(30, { area_code: 'B01', occurred_on: '2024-04-01', occurred_precision: 'month' }),
  // The same key as the gemeente's: nobody may notice before step 3 is done.
  ...reportRows(5, { area_code: 'B05', household_key: 'one' }),
];
const TELLINGEN = [
  countRow({ area_code: 'B01', count: 4 }),
  countRow({ area_code: 'B08', count: 5 }),
  countRow({ area_code: 'B09', count: 10 }),
  countRow({ area_code: 'B10', count: 0 }),
];

interface Exact {
  reports: number;
  /** Households and rows without one; a count has as many as it counts. */
  units: number;
  /** Whether two households make more than 85 % of it. */
  dominated: boolean;
  /** The most that noise and rounding take from it or add to it. */
  mostOff: (tier: string) => number;
}

/** The greatest noise of a report; it grows with the two largest households, so that it hides a household. */
const NOISE = 5;

/** Every cell of records, counted by hand: per level, grain and category what lies in it. */
function countedByHand(rows: readonly TestReport[]): Map<string, Exact> {
  const cells = new Map<string, TestReport[]>();
  for (const row of rows) {
    if (row.placement !== 'in_region' || row.category === 'out_of_scope') continue;
    for (const area of AREAS.find(({ code }) => code === row.area_code)!.lineage)
      for (const grain of GRAINS)
        for (const category of ['all', row.category]) {
          const key = `${area} ${periodOf(row.occurred_on, grain)} ${category}`;
          cells.set(key, [...(cells.get(key) ?? []), row]);
        }
  }
  const exact = (inside: TestReport[]): Exact => {
    const about = inside.filter(({ household_role: role }) => role === 'subject');
    const keys = new Set(about.map(({ household_key: key }) => key ?? 'without a key'));
    const sizes = [...Map.groupBy(about, ({ household_key: key }) => key).values()].map(({ length }) => length);
    const [first = 0, second = 0] = sizes.sort((a, b) => b - a);
    return {
      reports: inside.length,
      units: keys.size + inside.length - about.length,
      dominated: first + second > 0.85 * inside.length,
      mostOff: (tier) =>
        tier === 'own' ? 0 : Math.round(NOISE * Math.max(1, (first + second) / 2)) + (tier === 'public' ? 2 : 0),
    };
  };
  return new Map([...cells].map(([key, inside]) => [key, exact(inside)]));
}

describeWithDatabase('the factual picture', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: MELDINGEN });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: INCIDENTEN });
    await deliver(lab, { by: 'pim', dataset: 'tellingen', rows: TELLINGEN });
    await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(11) });
    await build('overlast');
    await build('rust');
  });
  afterAll(() => lab.close());

  const build = (key: 'overlast' | 'rust') => lab.buildPicture(key);
  const contextOf = (name: PersonName, organisation: 'gemeente' | 'politie' | 'wijkteam' | 'ggd') => ({
    userId: lab.ids.person(name),
    organisationId: lab.ids.organisation(organisation),
  });
  const stored = (dataset: DatasetKey, tier: string) =>
    lab.database.look<{ key: string; state: string; reports: number | null; rate: number | null }>(
      `select area_code || ' ' || period || ' ' || category as key, state, reports, rate_per_thousand as rate
       from cell where dataset_id = $1 and tier = $2`,
      [lab.ids.dataset(dataset), tier],
    );
  const sheet = async (name: PersonName, dataset: DatasetKey, query: object = {}) =>
    lab.pictures.getSheet(await lab.as(name), {
      labId: lab.ids.lab('overlast'),
      view: 'lab',
      datasetId: lab.ids.dataset(dataset),
      level: 'buurt',
      period: '2024',
      category: 'all',
      ...query,
    });
  const figures = async (...asked: Parameters<typeof sheet>) =>
    Object.fromEntries((await sheet(...asked)).areas.map((area) => [area.areaCode, area.reports ?? area.state]));

  const states = async (...asked: Parameters<typeof sheet>) =>
    Object.fromEntries((await sheet(...asked)).areas.map(({ areaCode, state }) => [areaCode, state]));

  describe('of records', () => {
    it.each(Object.entries(FLOORS))(
      'shows in the %s tier what reaches %d, and withholds the rest',
      async (tier, floor) => {
        for (const [dataset, rows] of [
          ['meldingen', MELDINGEN],
          ['incidenten', INCIDENTEN],
        ] as const) {
          const byHand = countedByHand(rows);
          const cells = await stored(dataset, tier);
          expect(cells.map(({ key }) => key).sort()).toEqual([...byHand.keys()].sort());
          for (const { key, state, reports } of cells) {
            const exact = byHand.get(key)!;
            const isShown = exact.reports >= floor && exact.units >= floor && (tier === 'own' || !exact.dominated);
            expect([key, state]).toEqual([key, isShown ? 'shown' : 'withheld']);
            if (!isShown) expect(reports).toBeNull();
            else {
              expect(reports).toBeGreaterThanOrEqual(floor);
              expect([key, Math.abs(reports! - exact.reports) <= exact.mostOff(tier)]).toEqual([key, true]);
              if (tier === 'public') expect(reports! % 5).toBe(0);
            }
          }
        }
      },
    );

    it('is what the rules of product and disclosure say of each buurt', async () => {
      expect(await states('petra', 'meldingen')).toEqual({
        B01: 'shown',
        B02: 'withheld',
        B03: 'shown',
        B04: 'withheld',
        B05: 'shown',
        B06: 'shown',
        B07: 'withheld',
      });
    });
  });

  it('of counts knows no households: the number alone decides, and a delivered zero is no cell', async () => {
    const own = await stored('tellingen', 'own');
    expect(own.filter(({ key }) => /^B\d\d 2024-01 noise/.test(key)).map(({ reports }) => reports)).toEqual([4, 5, 10]);
    expect(await states('joris', 'tellingen')).toEqual({ B01: 'withheld', B08: 'shown', B09: 'shown' });
    const shownToAll = (await stored('tellingen', 'public')).filter(({ state }) => state === 'shown');
    expect(new Set(shownToAll.map(({ key }) => key.split(' ')[0]))).toEqual(new Set(['B09', 'W1', 'G']));
  });

  it('gives rates by population, and no figure of any kind beside a withheld cell', async () => {
    const { areas, testedAreas } = await sheet('petra', 'meldingen');
    expect(testedAreas).toBe(24);
    for (const { state, reports, ratePerThousand, z, hotspot, reason } of areas)
      if (state === 'shown') expect([ratePerThousand, typeof z, reason]).toEqual([reports, 'number', null]);
      else expect([ratePerThousand, z, hotspot, typeof reason]).toEqual([null, null, null, 'string']);
  });

  it('offers the nearest figure that may be shown: longer first, then wider', async () => {
    const { areas } = await sheet('petra', 'meldingen', { period: '2024-01' });
    expect(areas.find(({ areaCode }) => areaCode === 'B02')!.nearest).toMatchObject({
      level: 'wijk',
      areaCode: 'W1',
      period: '2024-01',
      reports: expect.any(Number),
      compared: { areaCode: 'G', how: expect.any(String) },
    });
  });

  describe('is seen', () => {
    it('in the own tier by the organisation itself alone', async () => {
      const mirror = { view: 'mirror' };
      expect(await figures('sanne', 'meldingen', mirror)).toMatchObject({ B02: 12, B04: 4, B07: 7 });
      for (const name of ['petra', 'pim', 'marit', 'wilma'] as const)
        await expect(sheet(name, 'meldingen', mirror)).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(sheet('greta', 'meldingen', mirror)).rejects.toMatchObject({ kind: 'NotFound' });
    });

    it('by a wijkteam member in the lab tier in the own wijk and in the public tier elsewhere', async () => {
      expect(await states('wilma', 'meldingen')).toEqual({
        B01: 'shown',
        B02: 'withheld',
        B03: 'shown',
        B04: 'withheld',
        B05: 'withheld',
        B06: 'withheld',
        B07: 'withheld',
      });
      const youth = (name: PersonName, level: string) => states(name, 'meldingen', { level, category: 'youth' });
      expect(await youth('wilma', 'wijk')).toEqual({ W1: 'shown' });
      expect(await youth('wilma', 'gemeente')).toEqual({ G: 'withheld' });
      expect(await youth('petra', 'gemeente')).toEqual({ G: 'shown' });
    });

    it('by row-level security alone no further than that', async () => {
      const seen = (name: PersonName, organisation: 'gemeente' | 'politie' | 'wijkteam' | 'ggd') =>
        lab.database.query<{ tier: string; lab: string; organisation: string; areas: string[] }>(
          'api',
          contextOf(name, organisation),
          `select tier, lab_id as lab, organisation_id as organisation, array_agg(distinct area_code order by area_code) as areas
           from cell group by 1, 2, 3 order by 1, 2, 3`,
        );
      const wilma = await seen('wilma', 'wijkteam');
      expect(new Set(wilma.map(({ tier }) => tier))).toEqual(new Set(['lab', 'public']));
      expect(new Set(wilma.map((row) => row.lab))).toEqual(new Set([lab.ids.lab('overlast')]));
      for (const { tier, areas } of wilma)
        if (tier === 'lab') expect(areas.filter((code) => !WIJK_WEST.includes(code))).toEqual([]);
        else expect(areas).toContain('W2');

      const petra = await seen('petra', 'politie');
      const own = petra.filter(({ tier }) => tier === 'own');
      expect(own.map(({ organisation }) => organisation)).toEqual([lab.ids.organisation('politie')]);
      expect(petra.some(({ tier, areas }) => tier === 'lab' && areas.includes('B05'))).toBe(true);

      expect(new Set((await seen('greta', 'ggd')).map((row) => row.lab))).toEqual(new Set([lab.ids.lab('rust')]));
    });

    it('with every category by who delivered them, and by others with those that are shown at all', async () => {
      const categories = async (name: PersonName) => {
        const overview = await lab.pictures.findOverview(await lab.as(name), lab.ids.lab('overlast'));
        const source = overview!.sources.find(({ datasetId }) => datasetId === lab.ids.dataset('incidenten'));
        return source!.categories;
      };
      await deliver(lab, {
        by: 'pim',
        dataset: 'incidenten',
        rows: [...INCIDENTEN, reportRow({ category: 'fireworks' })],
      });
      await build('overlast');
      expect(await categories('petra')).toEqual(['fireworks', 'noise']);
      expect(await categories('sanne')).toEqual(['noise']);
    });
  });

  it('has no figure for a period that nobody delivered', async () => {
    expect(await sheet('petra', 'meldingen', { period: '2023' })).toMatchObject({ delivered: 'none', areas: [] });
    expect(await sheet('petra', 'meldingen', { period: '2024-03' })).toMatchObject({ delivered: 'full', areas: [] });
    expect(await sheet('petra', 'meldingen', { period: ALL_PERIODS })).toMatchObject({ delivered: 'full' });
    await expect(sheet('petra', 'meldingen', { period: '2024-13' })).rejects.toMatchObject({
      code: 'period.malformed',
    });
  });
});
