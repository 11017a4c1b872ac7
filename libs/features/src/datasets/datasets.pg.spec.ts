import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  deliver,
  describeWithDatabase,
  registrationCard,
  reportRow,
  shellForm,
  TestLab,
  type PersonName,
} from '@datalab/testing';
import { asPerson } from '../context.js';
import { ActivityService } from '../together/activity.service.js';

const WISH = {
  name: 'Signalen van het buurtteam',
  kind: 'records',
  sourceType: 'politie-overlast',
  legalBasis: 'Taak van algemeen belang (AVG art. 6 lid 1 onder e)',
  purposes: ['improve_registration', 'understand_nuisance'],
  retentionMonths: 24,
  isOpen: false,
};

describeWithDatabase('a dataset that an organisation promises', () => {
  let lab: TestLab;
  let labId: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
  });
  afterAll(() => lab.close());
  const add = async (name: PersonName, change: object = {}) =>
    lab.datasets.add(await lab.as(name), labId, { ...WISH, ...change });

  it('is added by its own steward, with purposes of the closed list, and seen by the lab', async () => {
    for (const name of ['marit', 'joris', 'petra', 'wilma'] as const)
      await expect(add(name)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(add('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    const made = await add('pim');
    expect(made).toMatchObject({
      organisationId: lab.ids.organisation('politie'),
      vocabularyName: 'politie-overlast',
      vocabularyVersion: '1',
      purposes: ['understand_nuisance', 'improve_registration'],
      mapping: null,
    });
    expect(made.purpose).toMatch(/^begrijpen waar.*; het registreren/);
    const seen = await lab.datasets.get(await lab.as('wilma'), made.id);
    expect(seen.name).toBe(WISH.name);
    await expect(add('pim', { name: WISH.name.toUpperCase() })).rejects.toMatchObject({ code: 'dataset.exists' });
    await expect(lab.as('greta').then((ctx) => lab.datasets.get(ctx, made.id))).rejects.toMatchObject({
      kind: 'NotFound',
    });
  });

  it.each([
    ['a purpose that does not exist', { purposes: ['trace_fraud'] }, 'dataset.invalid'],
    ['no purpose', { purposes: [] }, 'dataset.invalid'],
    ['another source than there is', { sourceType: 'kadaster' }, 'dataset.invalid'],
    ['no end', { retentionMonths: 600 }, 'dataset.invalid'],
    ['an e-mail address', { legalBasis: 'vraag het aan jan@voorbeeld.nl' }, 'text.tells-of-a-person'],
  ])('is refused with %s', async (_what, change, code) => {
    await expect(add('pim', { name: 'Iets anders', ...change })).rejects.toMatchObject({ kind: 'InvalidInput', code });
  });

  it('writes its own codes where no list is named', async () => {
    expect(await add('sanne', { name: 'Eigen lijst', sourceType: null })).toMatchObject({ vocabularyName: 'eigen' });
  });

  it('is put right by its steward until something of it is delivered, and the database holds to it', async () => {
    const pim = await lab.as('pim');
    const { id } = await add('pim', { name: 'Verschreven', kind: 'counts' });
    const change = async (name: PersonName, wish: object = {}) =>
      lab.datasets.change(await lab.as(name), id, { ...WISH, name: 'Verbeterd', ...wish });
    for (const name of ['marit', 'sanne', 'petra'] as const)
      await expect(change(name)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(change('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(change('pim', { name: WISH.name })).rejects.toMatchObject({ code: 'dataset.exists' });
    expect(await change('pim')).toMatchObject({ name: 'Verbeterd', kind: 'records', retentionMonths: 24 });
    const delivered = lab.ids.dataset('incidenten');
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: [reportRow()] });
    await expect(lab.datasets.change(pim, delivered, WISH)).rejects.toMatchObject({ code: 'dataset.delivered' });
    await expect(lab.datasets.remove(pim, delivered)).rejects.toMatchObject({ code: 'dataset.delivered' });
    const api = await lab.database.as('api');
    const directly = (sql: string) => api.inTransaction(asPerson(pim), (tx) => tx.query(sql, [delivered]));
    await expect(directly(`update dataset set retention_months = 120 where id = $1`)).rejects.toThrow('was delivered');
    expect(await directly('delete from dataset where id = $1 returning id')).toEqual([[], 0]);
    await expect(directly(`update dataset set mapping = '{}' where id = $1`)).resolves.toEqual([[], 1]);
  });

  it('is taken back by its steward, unless an output shell or a card is about it; everybody in the lab is told', async () => {
    const pim = await lab.as('pim');
    const { id } = await add('pim', { name: 'Toch niet' });
    for (const name of ['marit', 'sanne'] as const)
      await expect(lab.datasets.remove(await lab.as(name), id)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(lab.datasets.remove(await lab.as('greta'), id)).rejects.toMatchObject({ kind: 'NotFound' });
    await lab.datasets.remove(pim, id);
    await expect(lab.datasets.get(pim, id)).rejects.toMatchObject({ kind: 'NotFound' });
    const told = await new ActivityService(await lab.database.as('api')).list(
      await lab.as('marit'),
      { labId },
      { first: 20 },
    );
    expect(told.items.map(({ action }) => action)).toContain('dataset.remove');
    const named = await add('pim', { name: 'In een ontwerp' });
    await lab.shells.draft(await lab.as('joris'), labId, shellForm(named.id));
    await expect(lab.datasets.remove(pim, named.id)).rejects.toMatchObject({ code: 'dataset.in-use' });
    const carded = await add('pim', { name: 'Met een kaart' });
    await lab.cards.save(pim, carded.id, registrationCard());
    await expect(lab.datasets.remove(pim, carded.id)).rejects.toMatchObject({ code: 'dataset.in-use' });
  });

  it('is not added to a step that was submitted', async () => {
    await lab.database.look(`update lab_step set state = 'in_review' where lab_id = $1 and step = 'factual_picture'`, [
      labId,
    ]);
    await expect(lab.datasets.remove(await lab.as('pim'), lab.ids.dataset('incidenten'))).rejects.toMatchObject({
      kind: 'InvalidState',
    });
    await expect(add('pim', { name: 'Te laat' })).rejects.toMatchObject({ code: 'dataset.step-submitted' });
  });

  it('is held to all of this by the database too', async () => {
    const api = await lab.database.as('api');
    const insert = async (name: PersonName, organisation: 'politie' | 'gemeente', of = labId) =>
      api.inTransaction(asPerson(await lab.as(name)), (tx) =>
        tx.query(
          `insert into dataset (lab_id, organisation_id, key, name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose, retention_months)
           values ($1, $2, 'x', 'x', 'counts', 'x', '1', 'x', 'x', 1)`,
          [of, lab.ids.organisation(organisation)],
        ),
      );
    await expect(insert('pim', 'gemeente')).rejects.toThrow(/row-level security/);
    await expect(insert('petra', 'politie')).rejects.toThrow(/row-level security/);
    await expect(insert('greta', 'politie')).rejects.toThrow(/row-level security/);
    // Promised in one lab is not promised in another.
    await expect(insert('pim', 'politie', lab.ids.lab('rust'))).rejects.toThrow(/row-level security/);
  });
});
