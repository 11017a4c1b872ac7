import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LAB_TEMPLATES } from '@datalab/domain';
import { describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';
import { insertInventedDataset } from '@datalab/data';
import { INVENTED_SOURCES } from '@datalab/demo';
import { RehearsalBuilderService } from '../rehearsal/rehearsal-builder.service.js';
import type { FoundLab } from './founding.service.js';

describeWithDatabase('beginning a lab', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open({ atStep1: true });
  });
  afterAll(() => lab.close());
  const input = (change: Partial<FoundLab> = {}): FoundLab => ({
    name: 'Vervuiling in Teststad',
    goal: 'Schone straten',
    question: 'Waar hoopt vervuiling zich op?',
    regionId: lab.ids.region,
    partnerIds: [lab.ids.organisation('ggd')],
    isRehearsal: false,
    ...change,
  });
  const found = async (by: PersonName, change: Partial<FoundLab> = {}) =>
    lab.founding.found(await lab.as(by), input(change));

  it('is for who leads a lab, and for whom an administrator named', async () => {
    for (const name of ['sanne', 'petra', 'ada'] as const) {
      await expect(found(name)).rejects.toMatchObject({ code: 'lab.not-founder' });
      await expect(lab.as(name).then((ctx) => lab.founding.options(ctx))).rejects.toMatchObject({ kind: 'Forbidden' });
    }
    await expect(
      lab.as('marit').then((ctx) => lab.founding.allow(ctx, lab.ids.person('petra'), true)),
    ).rejects.toMatchObject({ kind: 'Forbidden' });
    await lab.founding.allow(await lab.as('ada'), lab.ids.person('petra'), true);
    const id = await found('petra');
    const view = await lab.labs.getView(await lab.as('petra'), id);
    expect(view.participants.map(({ name }) => name)).toEqual(['GGD', 'Politie']);
    await lab.founding.allow(await lab.as('ada'), lab.ids.person('petra'), false);
  });

  it('offers the templates with what earlier labs taught, and no lab of another', async () => {
    const { templates, organisations, copies, regions } = await lab.founding.options(await lab.as('marit'));
    expect(templates.map(({ key }) => key)).toEqual(LAB_TEMPLATES.map(({ key }) => key));
    expect(organisations.map(({ name }) => name)).toContain('GGD');
    expect(copies.map(({ id }) => id)).toContain(lab.ids.lab('overlast'));
    expect(copies.map(({ id }) => id)).not.toContain(lab.ids.lab('rust'));
    expect(regions.map(({ id }) => id)).toEqual([lab.ids.region]);
  });

  it('stands at its first step, led by who began it, and is seen by nobody else', async () => {
    const id = await found('marit', { template: 'filth', quorum: 2 });
    const view = await lab.labs.getView(await lab.as('marit'), id);
    expect(view).toMatchObject({ template: 'filth', quorum: 2, isRehearsal: false, state: 'active' });
    expect(view.steps.map(({ state }) => state)).toEqual(['open', 'locked', 'locked', 'locked', 'locked']);
    expect(view.participants.find(({ name }) => name === 'Gemeente Teststad')!.roles).toEqual([
      { role: 'coordinator', people: 1 },
    ]);
    await expect(lab.as('greta').then((ctx) => lab.labs.getView(ctx, id))).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('takes what is no lab for a fault, and makes nothing of it', async () => {
    const before = await lab.database.look('select id from lab');
    for (const [change, code] of [
      [{ name: ' ' }, 'lab.name'],
      [{ quorum: 1 }, 'lab.quorum'],
      [{ template: 'fraud' }, 'lab.template'],
      [{ copyOf: lab.ids.lab('rust') }, 'lab.not-found'],
      [{ partnerIds: [lab.ids.person('marit')] }, 'organisation.not-found'],
    ] as const)
      await expect(found('marit', change)).rejects.toMatchObject({ code });
    expect(await lab.database.look('select id from lab')).toHaveLength(before.length);
  });

  it('copies who takes part in which role, and no data', async () => {
    const id = await found('marit', { copyOf: lab.ids.lab('overlast'), partnerIds: [] });
    const view = await lab.labs.getView(await lab.as('marit'), id);
    expect(view.participants.map(({ name }) => name)).toEqual(['Gemeente Teststad', 'Politie', 'Wijkteam West']);
    expect(view.participants[1]!.roles.map(({ role }) => role)).toEqual(['data_steward', 'domain_expert']);
    expect(view.datasets).toEqual([]);
    await expect(lab.labs.getView(await lab.as('petra'), id)).resolves.toMatchObject({ id });
  });

  it('changes what was agreed while step 1 is open, and only then', async () => {
    const id = await found('marit', { isRehearsal: true });
    const marit = await lab.as('marit');
    const settings = { name: 'Oefenlab', goal: 'Oefenen', regionId: lab.ids.region, quorum: 2 };
    await lab.settings.change(marit, id, settings);
    await lab.settings.addPartner(marit, id, lab.ids.organisation('politie'));
    await lab.settings.removePartner(marit, id, lab.ids.organisation('ggd'));
    const view = await lab.labs.getView(marit, id);
    expect(view).toMatchObject({ name: 'Oefenlab', quorum: 2, isRehearsal: true });
    expect(view.participants.map(({ name }) => name)).toEqual(['Gemeente Teststad', 'Politie']);
    await expect(lab.settings.removePartner(marit, id, lab.ids.organisation('gemeente'))).rejects.toMatchObject({
      code: 'participant.in-use',
    });
    await lab.database.look(`update lab_step set state = 'in_review' where lab_id = $1 and step = 'prioritise'`, [id]);
    await lab.settings.change(marit, id, { ...settings, name: 'Oefenlab twee' });
    for (const attempt of [
      () => lab.settings.change(marit, id, { ...settings, quorum: null }),
      () => lab.settings.addPartner(marit, id, lab.ids.organisation('ggd')),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'lab.composed' });
    // And the database knows it too.
    const as = { userId: lab.ids.person('marit') };
    await expect(lab.database.query('api', as, 'update lab set quorum = null where id = $1', [id])).rejects.toThrow(
      'while step 1 is open',
    );
    await expect(
      lab.database.query('api', as, 'insert into lab_participant values ($1, $2)', [id, lab.ids.organisation('ggd')]),
    ).rejects.toThrow('while step 1 is open');
  });

  it('fills a rehearsal with invented reports by the usual intake, and no other lab ever', async () => {
    const id = await found('marit', { isRehearsal: true, partnerIds: [] });
    const marit = await lab.as('marit');
    expect((await lab.labs.getView(marit, id)).participants[0]!.roles.map(({ role }) => role)).toEqual([
      'analyst',
      'coordinator',
      'data_steward',
      'domain_expert',
      'privacy_officer',
    ]);
    const worker = await lab.database.as('worker');
    const builder = new RehearsalBuilderService(worker, lab.uploads, lab.clock);
    const work = { labId: id, actorId: lab.ids.person('marit'), requestId: 'rehearse' };
    await builder.execute(work);
    // As after a crash of the worker: nothing is made twice.
    await builder.execute(work);
    const loads = await lab.database.look<{ id: string; by: string }>(
      'select id, created_by as by from load where lab_id = $1',
      [id],
    );
    expect(loads).toHaveLength(INVENTED_SOURCES.length);
    for (const load of loads) await lab.ingest.execute({ ...work, actorId: load.by }, load.id);
    const states = await lab.database.look<{ state: string }>('select distinct state from load where lab_id = $1', [
      id,
    ]);
    expect(states).toEqual([{ state: 'accepted' }]);
    const view = await lab.labs.getView(marit, id);
    for (const { name } of view.datasets) expect(name).toContain('verzonnen');
    // Of another organisation that leads another lab: nothing.
    await expect(lab.as('greta').then((ctx) => lab.labs.getView(ctx, id))).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(builder.execute({ ...work, labId: lab.ids.lab('overlast') })).rejects.toThrow();
    const invent = worker.inTransaction({ labId: lab.ids.lab('overlast') }, (tx) =>
      insertInventedDataset(tx, {
        id: lab.ids.region,
        labId: lab.ids.lab('overlast'),
        organisationId: lab.ids.organisation('gemeente'),
        key: 'x',
        name: 'x',
      }),
    );
    await expect(invent).rejects.toThrow('row-level security');
  });

  it('is a rehearsal for good, and a real lab never becomes one, whoever writes', async () => {
    const id = await found('marit', { isRehearsal: true });
    for (const [labId, isRehearsal] of [
      [id, false],
      [lab.ids.lab('overlast'), true],
    ] as const)
      await expect(
        lab.database.look('update lab set is_rehearsal = $2 where id = $1', [labId, isRehearsal]),
      ).rejects.toThrow('never becomes one');
  });
});
