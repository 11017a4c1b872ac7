import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRow, TestLab, testRegion } from '@datalab/testing';
import { RegionImportService } from './region-import.service.js';
import { RegionsService } from './regions.service.js';

describeWithDatabase('a region that is imported again', () => {
  let lab: TestLab;
  beforeEach(async () => {
    lab = await TestLab.open();
  });
  afterEach(() => lab.close());
  const importWithout = async (...codes: string[]) => {
    const region = testRegion();
    return new RegionImportService(await lab.database.as('operator')).import({
      ...region,
      areas: region.areas.filter(({ code }) => !codes.includes(code)),
    });
  };
  const areas = async () =>
    (await lab.database.look<{ code: string }>('select code from area order by 1')).map(({ code }) => code);

  it('is refused whole where an area that holds reports is not in it', async () => {
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [reportRow({ area_code: 'B01' })] });
    const before = await areas();
    await expect(importWithout('B01')).rejects.toMatchObject({
      kind: 'Conflict',
      code: 'region.areas-in-use',
      message: expect.stringContaining('1 areas hold rows and are not in this region: B01.'),
    });
    expect(await areas()).toEqual(before);
  });

  it('may lose an area that holds nothing', async () => {
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [reportRow({ area_code: 'B01' })] });
    await importWithout('B02');
    expect(await areas()).not.toContain('B02');
  });

  it('hands its address list to the clients of partners in the words that these read', async () => {
    const region = testRegion();
    const near = region.addresses.map((address, at) => ({ ...address, nearCare: at === 0 }));
    const { id } = (await lab.database.look<{ id: string }>('select id from region'))[0]!;
    await new RegionImportService(await lab.database.as('operator')).import({ ...region, addresses: near });
    const lines = await new RegionsService(await lab.database.as('api')).listAddressLines(id);
    const [first, ...others] = lines.toSorted((a, b) => Number(b.endsWith(',true')) - Number(a.endsWith(',true')));
    expect(first).toMatch(/,true$/);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((line) => line.endsWith(',false'))).toBe(true);
  });

  it('is brought in again unchanged', async () => {
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [reportRow({ area_code: 'B01' })] });
    const before = await areas();
    await importWithout();
    expect(await areas()).toEqual(before);
  });
});
