import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';
import { asPerson } from '../context.js';

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

  it('is not added to a step that was submitted', async () => {
    await lab.database.look(`update lab_step set state = 'in_review' where lab_id = $1 and step = 'factual_picture'`, [
      labId,
    ]);
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
