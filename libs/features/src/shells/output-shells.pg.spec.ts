import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { getApprovedShell } from '@datalab/data';
import { describeWithDatabase, shellForm, TestLab, type PersonName } from '@datalab/testing';

describeWithDatabase('an output shell', () => {
  let lab: TestLab;
  let labId: string;
  let shellId: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role)
       select $1::uuid, id, organisation_id, 'domain_expert' from person where subject in ('joris', 'wilma')`,
      [labId],
    );
    shellId = (await lab.shells.draft(await lab.as('joris'), labId, form())).id;
  });
  afterAll(() => lab.close());
  const form = (change = {}) => shellForm(lab.ids.dataset('meldingen'), change);
  const approve = async (name: PersonName, id = shellId) => lab.shells.approve(await lab.as(name), id);
  const approved = async (id: string, inLab = labId) =>
    (await lab.database.as('worker')).inTransaction({ labId: inLab }, (tx) => getApprovedShell(tx, inLab, id));

  it('is drafted by who works on the question, and is not there for others', async () => {
    await expect(lab.shells.draft(await lab.as('pim'), labId, form())).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(lab.shells.list(await lab.as('greta'), labId)).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(lab.shells.submit(await lab.as('greta'), shellId)).rejects.toMatchObject({ kind: 'NotFound' });
    expect(await lab.shells.list(await lab.as('pim'), labId)).toMatchObject([
      { id: shellId, state: 'draft', version: 1 },
    ]);
  });

  it.each([
    ['a method of another kind', { kind: 'diagnostic' }],
    ['a person as what is predicted', { kind: 'predictive', method: 'forecast', unit: 'person' }],
    ['areas as what is counted in a description', { unit: 'area' }],
    ['a period that ends before it begins', { periodTo: '2021-01-01' }],
    ['a level that the region does not have', { areaLevel: 'straat' }],
    ['a source of another lab', { datasetIds: [] as string[] }],
  ])('is refused with %s', async (what, change) => {
    const other = what.startsWith('a source') ? { datasetIds: [lab.ids.dataset('signalen')] } : change;
    await expect(lab.shells.draft(await lab.as('joris'), labId, form(other))).rejects.toMatchObject({
      code: 'shell.invalid',
    });
  });

  it('is approved by the domain expert of every organisation, after it was handed in', async () => {
    await expect(approve('petra')).rejects.toMatchObject({ code: 'shell.wrong-state' });
    await lab.shells.submit(await lab.as('joris'), shellId);
    await expect(lab.shells.update(await lab.as('joris'), shellId, form())).rejects.toMatchObject({
      kind: 'InvalidState',
    });
    await expect(approve('marit')).rejects.toMatchObject({ kind: 'Forbidden' });
    await approve('petra');
    await approve('petra');
    await approve('joris');
    await expect(approved(shellId)).rejects.toMatchObject({ kind: 'NotFound' });
    expect(await approve('wilma')).toMatchObject({ state: 'approved', approvals: { length: 3 } });
    expect(await approved(shellId)).toMatchObject({ title: 'Meldingen per buurt', method: 'getis-ord-gi' });
    await expect(approved(shellId, lab.ids.lab('rust'))).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('stays in force until its next version is approved by all, from the beginning', async () => {
    const next = await lab.shells.revise(await lab.as('petra'), shellId, form({ grain: 'month' }));
    expect(next).toMatchObject({ version: 2, replaces: shellId, state: 'draft', approvals: [] });
    await expect(lab.shells.revise(await lab.as('petra'), shellId, form())).rejects.toMatchObject({ kind: 'Conflict' });
    await lab.shells.submit(await lab.as('petra'), next.id);
    await approve('petra', next.id);
    const back = await lab.shells.sendBack(await lab.as('wilma'), next.id, 'Per kwartaal is genoeg.');
    expect(back).toMatchObject({ state: 'draft', approvals: [], remark: 'Per kwartaal is genoeg.' });
    await lab.shells.update(await lab.as('petra'), next.id, form({ grain: 'quarter' }));
    await lab.shells.submit(await lab.as('petra'), next.id);
    for (const name of ['petra', 'joris'] as const) await approve(name, next.id);
    expect(await approved(shellId)).toMatchObject({ grain: 'year' });
    await approve('wilma', next.id);
    await expect(approved(shellId)).rejects.toMatchObject({ kind: 'NotFound' });
    expect(await approved(next.id)).toMatchObject({ grain: 'quarter', version: 2 });
  });

  it('is thrown away as long as it is a draft', async () => {
    const { id } = await lab.shells.draft(await lab.as('marit'), labId, form());
    await lab.shells.discard(await lab.as('joris'), id);
    await expect(lab.shells.discard(await lab.as('joris'), shellId)).rejects.toMatchObject({ kind: 'InvalidState' });
    expect((await lab.shells.list(await lab.as('joris'), labId)).map((shell) => shell.id)).not.toContain(id);
  });

  it('is held by the database as well: an analyst alone cannot make it approved', async () => {
    const { id } = await lab.shells.draft(await lab.as('marit'), labId, form());
    const asMarit = { userId: lab.ids.person('marit') };
    await expect(
      lab.database.query('api', asMarit, `update output_shell set state = 'approved' where id = $1`, [id]),
    ).rejects.toThrow('row-level security');
    expect(await lab.database.query('api', { userId: lab.ids.person('greta') }, 'select id from output_shell')).toEqual(
      [],
    );
  });
});
