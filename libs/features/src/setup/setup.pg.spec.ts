import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, ISSUER, testInstallation, testRegion, TestLab } from '@datalab/testing';
import { RegionImportService } from '../regions/region-import.service.js';
import { SetupService } from './setup.service.js';

describeWithDatabase('an installation', () => {
  let lab: TestLab;
  let setup: SetupService;
  beforeAll(async () => {
    lab = await TestLab.open();
    setup = new SetupService(await lab.database.as('operator'));
  });
  afterAll(() => lab.close());
  const TABLES = ['organisation', 'person', 'lab', 'lab_participant', 'membership', 'lab_step', 'dataset'];
  const everything = async () => {
    const rows: Record<string, unknown> = {};
    for (const table of TABLES) rows[table] = await lab.database.look(`select * from ${table} t order by t::text`);
    return rows;
  };

  it('that is made again changes nothing', async () => {
    const before = await everything();
    expect(await setup.install(testInstallation(), ISSUER)).toEqual({
      organisations: 4,
      people: 10,
      labs: 2,
      datasets: 6,
    });
    expect(await everything()).toEqual(before);
  });

  it('that says less removes nothing; that says something else brings it up to date', async () => {
    const before = await everything();
    const less = testInstallation();
    less.labs = [{ ...less.labs[0]!, members: [], datasets: [], name: 'Overlast, opnieuw' }];
    await setup.install(less, ISSUER);
    const after = await everything();
    expect({ ...after, lab: null }).toEqual({ ...before, lab: null });
    expect(await lab.database.look('select name from lab where key = $1', ['overlast'])).toEqual([
      { name: 'Overlast, opnieuw' },
    ]);
  });

  it.each([
    ['setup.unknown-organisation', { participants: ['brandweer'] }],
    ['setup.unknown-user', { members: [{ user: 'niemand', role: 'analyst' as const, areas: [] }] }],
    ['lab.unknown-region', { region: 'elders' }],
  ])('that speaks of what is not there ends in %s, and nothing of it is made', async (code, wrong) => {
    const before = await everything();
    const installation = testInstallation();
    const second = { ...installation.labs[1]!, key: 'nieuw', ...wrong };
    const work = setup.install({ ...installation, labs: [{ ...installation.labs[0]!, goal: code }, second] }, ISSUER);
    await expect(work).rejects.toMatchObject({ kind: 'InvalidInput', code });
    expect(await everything()).toEqual(before);
  });

  it('of a region that is imported again keeps its labs and takes the new areas', async () => {
    const operator = await lab.database.as('operator');
    const region = testRegion();
    const areas = region.areas.filter(({ code }) => code !== 'B24');
    const id = await new RegionImportService(operator).import({ ...region, areas });
    expect(id).toBe(lab.ids.region);
    expect(await lab.database.look('select count(*)::int as n from area')).toEqual([{ n: 26 }]);
    expect(await lab.database.look('select distinct region_id as id from lab')).toEqual([{ id }]);
  });

  describe('of datasets', () => {
    const mapping = {
      kind: 'counts',
      vocabulary: { name: 'test', version: '1' },
    };

    it('has a mapping that is kept by its own steward alone, and only when it is one', async () => {
      const datasetId = lab.ids.dataset('tellingen');
      const save = (name: 'pim' | 'petra' | 'sanne' | 'greta') =>
        lab.as(name).then((ctx) => lab.datasets.saveMapping(ctx, datasetId, mapping));
      await expect(save('pim')).rejects.toMatchObject({ kind: 'InvalidInput', code: 'mapping.invalid' });
      await expect(save('petra')).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(save('sanne')).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(save('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    });

    it('is known to the whole lab, its mapping to its own organisation', async () => {
      const datasetId = lab.ids.dataset('tellingen');
      await lab.database.look('update dataset set mapping = $2 where id = $1', [datasetId, mapping]);
      const seenBy = async (name: 'petra' | 'sanne') => (await lab.datasets.get(await lab.as(name), datasetId)).mapping;
      expect(await seenBy('petra')).toEqual(mapping);
      expect(await seenBy('sanne')).toBeNull();
      const view = await lab.labs.getView(await lab.as('sanne'), lab.ids.lab('overlast'));
      expect(view.datasets.map((dataset) => [dataset.name, dataset.mapping])).toEqual([
        ['meldingen van gemeente', null],
        ['voorzieningen van gemeente', null],
        ['incidenten van politie', null],
        ['tellingen van politie', null],
      ]);
    });

    it('keeps a mapping and a name only where row-level security agrees that it is one’s own', async () => {
      const sanne = { userId: lab.ids.person('sanne'), organisationId: lab.ids.organisation('gemeente') };
      for (const change of [`mapping = '{}'`, `name = 'x'`]) {
        const set = `update dataset set ${change} where key = 'tellingen'`;
        const [, changed] = await lab.database.query('api', sanne, set);
        expect(changed).toBe(0);
      }
      const give = lab.database.query('api', sanne, `update dataset set organisation_id = lab_id`);
      await expect(give).rejects.toThrow('permission denied');
    });
  });
});
