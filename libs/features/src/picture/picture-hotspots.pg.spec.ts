import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { buurtAt, deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';

/** Four buurten in a corner in which many households report much. */
const CLUSTER = [buurtAt(0, 0), buurtAt(1, 0), buurtAt(0, 1), buurtAt(1, 1)];
/** Far from it: one household, and one reporter about forty dwellings. */
const ONE_DOOR = buurtAt(5, 3);
const ONE_TELEPHONE = buurtAt(5, 0);

/** Whether the guesser takes the families of such a cell out follows from the noise, and so from the keys of a run. */
const NOT_SHOWN = expect.stringMatching(/^(withheld|coarser)$/);

describeWithDatabase('hot spots through the worker', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    const quiet = Array.from({ length: 24 }, (_buurt, i) => buurtAt(i % 6, Math.floor(i / 6)));
    const byMany = { reporter_key: undefined };
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: [
        // So many that the noise on a count does not decide: at the edge of the cluster, with quiet neighbours, z is about 2.8.
        ...quiet.flatMap((area_code) => reportRows(40, { area_code, ...byMany })),
        ...CLUSTER.flatMap((area_code) => reportRows(300, { area_code, ...byMany })),
      ],
    });
    await deliver(lab, {
      by: 'pim',
      dataset: 'incidenten',
      rows: [
        ...quiet.flatMap((area_code) =>
          reportRows(8, { area_code }).map((row, i) => ({ ...row, reporter_key: `reporter ${area_code} ${i}` })),
        ),
        ...reportRows(400, { area_code: ONE_DOOR, household_key: 'one door' }),
        ...reportRows(200, { area_code: ONE_TELEPHONE, reporter_key: 'one telephone' }),
      ],
    });
    await lab.buildPicture();
  });
  afterAll(() => lab.close());

  const cells = async (dataset: 'meldingen' | 'incidenten', tier: string) =>
    new Map(
      (
        await lab.database.look<{
          area: string;
          state: string;
          hotspot: string | null;
          rate: number;
          smoothed: number;
        }>(
          `select area_code as area, state, hotspot, rate_per_thousand as rate, smoothed_rate as smoothed from cell
           where dataset_id = $1 and tier = $2 and level = 'buurt' and period = '2024' and category = 'all'`,
          [lab.ids.dataset(dataset), tier],
        )
      ).map((cell) => [cell.area, cell]),
    );

  it('find the planted cluster', async () => {
    const lab = await cells('meldingen', 'lab');
    expect(CLUSTER.map((area) => [area, lab.get(area)?.state, lab.get(area)?.hotspot])).toEqual(
      CLUSTER.map((area) => [area, 'shown', 'hot']),
    );
    const hot = [...lab.values()].filter(({ hotspot }) => hotspot === 'hot').map(({ area }) => area);
    expect(hot.filter((area) => !CLUSTER.includes(area))).toEqual([]);
  });

  it('never are one household, nor one reporter: to the lab and to everybody the cell has no number', async () => {
    for (const tier of ['lab', 'public']) {
      expect((await cells('incidenten', tier)).get(ONE_DOOR)).toMatchObject({ state: NOT_SHOWN, hotspot: null });
      expect((await cells('incidenten', tier)).get(ONE_TELEPHONE)).toMatchObject({ state: NOT_SHOWN, hotspot: null });
    }
    expect((await cells('incidenten', 'own')).get(ONE_DOOR)?.state).toBe('shown');
  });

  it('are not told to everybody where a source does not name its reporters', async () => {
    const shown = [...(await cells('meldingen', 'public')).values()].filter(({ state }) => state === 'shown');
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.map(({ hotspot }) => hotspot)).toEqual(shown.map(() => null));
  });

  it('have beside them rates that are drawn to the mean, and none where the number is not shown', async () => {
    const shown = await cells('meldingen', 'lab');
    const [hot, quiet] = [shown.get(CLUSTER[0]!)!, shown.get(buurtAt(5, 2))!];
    expect(hot.smoothed).toBeLessThan(hot.rate);
    expect(quiet.smoothed).toBeGreaterThan(quiet.rate);
    for (const tier of ['lab', 'public'])
      for (const { state, smoothed } of (await cells('incidenten', tier)).values())
        expect(typeof smoothed).toBe(state === 'shown' ? 'number' : 'object');
    expect((await cells('incidenten', 'lab')).get(ONE_DOOR)).toMatchObject({ state: NOT_SHOWN, smoothed: null });
  });
});
