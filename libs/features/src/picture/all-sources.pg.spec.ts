import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EVERY_SOURCE } from '@datalab/data';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';

describeWithDatabase('all sources together', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(30, { area_code: 'B01' }) });
    await deliver(lab, {
      by: 'pim',
      dataset: 'incidenten',
      // In B02 nobody but the police has any: what the others would subtract is nothing, and it is their own.
      rows: [...reportRows(30, { area_code: 'B01' }), ...reportRows(3, { area_code: 'B02' })],
    });
    await build();
  });
  afterAll(() => lab.close());

  const build = () => lab.buildPicture();
  const overview = async (name: PersonName) =>
    (await lab.pictures.findOverview(await lab.as(name), lab.ids.lab('overlast')))!;
  const sheet = async (name: PersonName, view: 'lab' | 'mirror' = 'lab') =>
    lab.pictures.getSheet(await lab.as(name), {
      labId: lab.ids.lab('overlast'),
      view,
      datasetId: EVERY_SOURCE,
      level: 'buurt',
      period: '2024',
      category: 'all',
    });

  it('are not there before step 3 is done', async () => {
    expect((await overview('petra')).together).toBeUndefined();
    await expect(sheet('petra')).rejects.toMatchObject({ code: 'picture.not-there' });
  });

  it('are one source more from then on, for everybody in the lab', async () => {
    await lab.putAt('overlast', 'deeper_analyses');
    await build();
    expect((await overview('petra')).together).toMatchObject({ lowestLevel: 'buurt', categories: ['noise'] });
    const areas = new Map((await sheet('petra')).areas.map((area) => [area.areaCode, area]));
    expect(areas.get('B01')!.state).toBe('shown');
    expect(Math.abs(areas.get('B01')!.reports! - 60)).toBeLessThanOrEqual(5);
    expect(areas.get('B02')).toMatchObject({ reports: null, z: null });
    expect((await sheet('wilma')).areas.find(({ areaCode }) => areaCode === 'B01')!.state).toBe('shown');
  });

  it('are nobody’s own, and are not there for who is in another lab', async () => {
    await expect(sheet('sanne', 'mirror')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(sheet('greta')).rejects.toMatchObject({ kind: 'NotFound' });
  });
});
