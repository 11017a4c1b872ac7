import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { listIndicators } from '@datalab/data';
import { describeWithDatabase, TestLab } from '@datalab/testing';
import { IndicatorImportService } from './indicator-import.service.js';

describeWithDatabase('context indicators', () => {
  let lab: TestLab;
  let indicators: IndicatorImportService;
  beforeEach(async () => {
    lab = await TestLab.open({ atStep1: true });
    indicators = new IndicatorImportService(await lab.database.as('operator'));
  });
  afterEach(() => lab.close());
  const seen = async () => {
    const worker = await lab.database.as('worker');
    return worker.inTransaction({}, (tx) => listIndicators(tx, lab.ids.region));
  };

  it('are read in their newest year, with what is missing left out', async () => {
    await indicators.import('test', 2022, 'area_code,dichtheid,huur\nW1,10,50\nB01,20,.');
    await indicators.import('test', 2023, 'area_code,dichtheid\nW1,11\nB01,0');
    expect((await seen()).map(({ code, year, values }) => [code, year, Object.fromEntries(values)])).toEqual([
      ['dichtheid', 2023, { B01: 0, W1: 11 }],
      ['huur', 2022, { W1: 50 }],
    ]);
  });

  it('are replaced by the same table again, and left alone by one with a fault', async () => {
    await indicators.import('test', 2023, 'area_code,dichtheid\nW1,11');
    const bad = await indicators.import('test', 2023, 'area_code,dichtheid\nW1,12\nW1,13');
    expect(bad.faults).toHaveLength(1);
    expect((await seen())[0]!.values.get('W1')).toBe(11);
    await expect(indicators.import('elders', 2023, 'area_code,x\nW1,1')).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('cannot be written by api or worker', async () => {
    for (const role of ['api', 'worker'] as const)
      await expect(
        lab.database.query(
          role,
          {},
          `insert into indicator (region_id, year, code, title) values ($1, 2023, 'x', 'x')`,
          [lab.ids.region],
        ),
      ).rejects.toThrow('permission denied');
  });
});
