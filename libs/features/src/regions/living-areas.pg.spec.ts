import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab, testRegion } from '@datalab/testing';
import { LivingAreasService } from './living-areas.service.js';
import { RegionImportService } from './region-import.service.js';

describeWithDatabase('living areas', () => {
  let lab: TestLab;
  let service: LivingAreasService;
  beforeAll(async () => {
    lab = await TestLab.open();
    service = new LivingAreasService(await lab.database.as('api'));
  });
  afterAll(() => lab.close());
  const labId = () => lab.ids.lab('overlast');
  const LEAST = 1_500;
  const names = new Map([['L-B01', 'Het oude centrum']]);
  const parts = `'[{"code":"L-X","name":"x","areas":["B01"]}]'`;
  const fixBySql = (userId: string, organisationId: string) =>
    lab.database.query(
      'api',
      { userId, organisationId },
      `select app.fix_living_areas($1, '{"code":"other","name":"Other"}', ${parts})`,
      [labId()],
    );

  it('are proposed to everybody in the lab from households and borders, each inside one wijk', async () => {
    const proposal = await service.find(await lab.as('sanne'), labId(), LEAST);
    expect(proposal.state).toBe('proposed');
    expect(proposal.areas.flatMap(({ areaNames }) => areaNames)).toHaveLength(24);
    expect(proposal.areas.every(({ households, isLargeEnough }) => households! >= LEAST && isLargeEnough)).toBe(true);
    await expect(service.find(await lab.as('greta'), labId(), 49)).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(service.find(await lab.as('sanne'), labId(), 49)).rejects.toMatchObject({ kind: 'InvalidInput' });
  });

  it('are fixed by the coordinator alone, in both walls, and by nobody else’s hand', async () => {
    await expect(service.fix(await lab.as('sanne'), labId(), LEAST, names)).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    const sanne = lab.ids.person('sanne');
    await expect(fixBySql(sanne, lab.ids.organisation('gemeente'))).rejects.toThrow('not the coordinator');
    await expect(fixBySql(lab.ids.person('marit'), lab.ids.organisation('gemeente'))).rejects.toThrow(
      'in one living area',
    );
    await expect(
      lab.database.query('api', { userId: sanne }, `update area set level = 'wijk' where code = 'B01'`),
    ).rejects.toThrow('permission denied');
  });

  it('become a level between wijk and buurt, and stand in the picture', async () => {
    await service.fix(await lab.as('marit'), labId(), LEAST, names);
    const fixed = await service.find(await lab.as('sanne'), labId());
    expect(fixed.state).toBe('fixed');
    expect(fixed.areas.map(({ name }) => name)).toContain('Het oude centrum');
    const [buurt] = await lab.database.look<{ lineage: string[] }>(`select lineage from area where code = 'B01'`);
    expect(buurt?.lineage).toEqual(['B01', 'L-B01', 'W1', 'G']);
    const outlines = await lab.database.look(`select code from area where level = 'leefgebied' and geometry is null`);
    expect(outlines).toEqual([]);

    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(40, { area_code: 'B01' }) });
    await lab.builder.execute({ labId: labId(), actorId: lab.ids.person('sanne'), requestId: 'living' });
    const cells = await lab.database.look<{ area: string; state: string }>(
      `select area_code as area, state from cell where lab_id = $1 and level = 'leefgebied' and tier = 'lab' and period = 'all' and category = 'all'`,
      [labId()],
    );
    expect(cells).toEqual([{ area: 'L-B01', state: 'shown' }]);
  });

  it('stay as they are: not fixed twice, not lost by an import', async () => {
    await expect(service.fix(await lab.as('marit'), labId(), LEAST, names)).rejects.toMatchObject({
      kind: 'InvalidState',
    });
    await expect(fixBySql(lab.ids.person('marit'), lab.ids.organisation('gemeente'))).rejects.toThrow('delivered');
    const operator = new RegionImportService(await lab.database.as('operator'));
    await expect(operator.import(testRegion())).rejects.toMatchObject({ code: 'region.living-areas' });
  });
});
