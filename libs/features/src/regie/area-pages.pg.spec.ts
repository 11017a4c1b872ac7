import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRow, reportRows, TestLab, type PersonName } from '@datalab/testing';
import { MondayService } from './monday.service.js';
import { RegieService } from './regie.service.js';

const occurred_on = '2023-11-01';
/** In W1, of which wilma looks after; B04 lies in another wijk. */
const [ONE_HOUSEHOLD, EMPTY, BUSY, ELSEWHERE] = ['B02', 'B03', 'B01', 'B04'];

describeWithDatabase('what a card and a Monday page say of a figure', () => {
  let lab: TestLab;
  let monday: MondayService;
  let regie: RegieService;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      covers: [{ from: '2023-01-01', to: '2023-12-31' }],
      rows: [
        ...reportRows(60, { area_code: BUSY, occurred_on }),
        ...reportRows(12, { area_code: ONE_HOUSEHOLD, occurred_on, household_key: 'one' }),
        ...reportRows(7, { area_code: ELSEWHERE, occurred_on }),
      ],
    });
    await deliver(lab, { by: 'greta', dataset: 'signalen', rows: [reportRow({ area_code: BUSY })] });
    await lab.buildPicture();
    const api = await lab.database.as('api');
    monday = new MondayService(api);
    regie = new RegieService(api);
  });
  afterAll(() => lab.close());

  const figure = async (name: PersonName, areaCode: string) =>
    (await regie.getCard(await lab.as(name), lab.ids.lab('overlast'), areaCode)).figures[0]!;
  const change = async (name: PersonName, areaCode: string) =>
    (await monday.getPage(await lab.as(name), lab.ids.lab('overlast'), areaCode)).changes[0]!;

  it('how a number stands to the whole, and nothing beside it', async () => {
    expect(await figure('petra', BUSY)).toMatchObject({
      datasetName: expect.any(String),
      period: '2023',
      reports: expect.any(Number),
      compared: { areaCode: 'G', how: 'well_above', ratePerThousand: expect.any(Number) },
      nearest: null,
    });
    expect((await change('petra', BUSY)).compared).toEqual((await figure('petra', BUSY)).compared);
  });

  it('of a number that is not shown what stands nearest, of zero that it is zero', async () => {
    const hidden = { compared: null, nearest: { areaCode: 'W1', compared: { areaCode: 'G' } } };
    expect(await figure('petra', ONE_HOUSEHOLD)).toMatchObject({ reports: null, ratePerThousand: null, ...hidden });
    expect(await change('petra', ONE_HOUSEHOLD)).toMatchObject({ now: null, change: 'unknown', ...hidden });
    expect(await figure('petra', EMPTY)).toMatchObject({ reports: 0, nearest: null });
  });

  it('to a wijkteam member from the tier that they get: their own wijk as the lab, elsewhere as everybody', async () => {
    expect((await figure('wilma', BUSY)).reports).toBe((await figure('petra', BUSY)).reports);
    expect((await figure('petra', ELSEWHERE)).reports).toEqual(expect.any(Number));
    expect(await figure('wilma', ELSEWHERE)).toMatchObject({ reports: null, compared: null });
  });

  it('to nobody of another lab', async () => {
    for (const page of [regie.getCard.bind(regie), monday.getPage.bind(monday)])
      await expect(page(await lab.as('greta'), lab.ids.lab('overlast'), BUSY)).rejects.toMatchObject({
        kind: 'NotFound',
      });
  });
});
