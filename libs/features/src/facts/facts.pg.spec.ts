import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';

const FIGURE = {
  kind: 'figure',
  title: 'Meldingen van overlast in 2023',
  source: 'Jaarverslag 2023',
  isPublished: false,
  value: 812,
  unit: 'reports',
  areaCode: 'W1',
  from: '2023-01-01',
  to: '2023-12-31',
};
const DOCUMENT = {
  kind: 'document',
  title: 'Onderzoek naar verward gedrag',
  source: 'GGD',
  isPublished: true,
  location: 'https://voorbeeld.nl/onderzoek.pdf',
};

describeWithDatabase('what a lab knows before its deeper analyses', () => {
  let lab: TestLab;
  let labId: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
  });
  afterAll(() => lab.close());
  const as = (name: PersonName) => lab.as(name);

  describe('known facts', () => {
    const add = async (name: PersonName, fact: unknown) => lab.knownFacts.add(await as(name), labId, fact);

    it('are brought by each organisation and read by all of its lab alone', async () => {
      const figure = await add('petra', FIGURE);
      await add('sanne', DOCUMENT);
      for (const name of ['marit', 'wilma', 'fatma'] as const)
        await expect(add(name, FIGURE)).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(add('greta', FIGURE)).rejects.toMatchObject({ kind: 'NotFound' });
      const titles = async (name: PersonName) =>
        (await lab.knownFacts.list(await as(name), labId)).map(({ title }) => title);
      expect(await titles('wilma')).toEqual([FIGURE.title, DOCUMENT.title]);
      await expect(titles('greta')).rejects.toMatchObject({ kind: 'NotFound' });
      // Another organisation's cannot be taken back, one's own can.
      await expect(as('sanne').then((ctx) => lab.knownFacts.remove(ctx, figure.id))).rejects.toMatchObject({
        kind: 'Forbidden',
      });
      await lab.knownFacts.remove(await as('pim'), figure.id);
      expect(await titles('wilma')).toEqual([DOCUMENT.title]);
    });

    it.each([
      ['a figure without a unit', { ...FIGURE, unit: undefined }, 'fact.invalid'],
      ['a document without a place', { ...DOCUMENT, location: '' }, 'fact.invalid'],
      ['days that end before they begin', { ...FIGURE, to: '2022-12-31' }, 'fact.period'],
      ['an area that the region does not have', { ...FIGURE, areaCode: 'W9' }, 'fact.unknown-area'],
      ['an e-mail address', { ...DOCUMENT, note: 'vraag jan@voorbeeld.nl' }, 'text.tells-of-a-person'],
      ['a count that the gate would hold back', { ...FIGURE, value: 4 }, 'fact.small-count'],
    ])('are refused with %s', async (_what, fact, code) => {
      await expect(add('petra', fact)).rejects.toMatchObject({ kind: 'InvalidInput', code });
    });

    it('may be small where they count nobody, are none, or were published', async () => {
      for (const change of [{ unit: 'percent', value: 3 }, { value: 0 }, { value: 3, isPublished: true }])
        expect(await add('petra', { ...FIGURE, ...change })).toMatchObject(change);
    });
  });

  describe('that somebody has nothing', () => {
    const declare = async (name: PersonName, datasetId: string | null, reason = 'Wij registreren dit niet.') =>
      lab.inventory.declareNothing(await as(name), labId, datasetId, reason);

    it('is declared by an organisation of itself and its own datasets, once, with a reason', async () => {
      await expect(declare('fatma', null)).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(declare('sanne', lab.ids.dataset('incidenten'))).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(declare('sanne', null, ' ')).rejects.toMatchObject({ code: 'inventory.reason-missing' });
      const declared = await declare('petra', lab.ids.dataset('tellingen'));
      await expect(declare('pim', lab.ids.dataset('tellingen'))).rejects.toMatchObject({ kind: 'Conflict' });
      const seen = await lab.inventory.listNothing(await as('wilma'), labId);
      expect(seen).toMatchObject([{ datasetId: lab.ids.dataset('tellingen'), reason: 'Wij registreren dit niet.' }]);
      await expect(as('sanne').then((ctx) => lab.inventory.endNothing(ctx, declared.id))).rejects.toMatchObject({
        kind: 'Forbidden',
      });
      await lab.inventory.endNothing(await as('pim'), declared.id);
      expect(await lab.inventory.listNothing(await as('wilma'), labId)).toEqual([]);
    });
  });

  describe('questions', () => {
    const write = async (name: PersonName, question: object) =>
      lab.deeperQuestions.write(await as(name), labId, question);
    const asked = { question: 'Waarom keert overlast in W1 elk voorjaar terug?' };

    it('are written by domain experts and analysts, with what they saw', async () => {
      for (const name of ['sanne', 'marit', 'wilma'] as const)
        await expect(write(name, asked)).rejects.toMatchObject({ kind: 'Forbidden' });
      const seen = { datasetId: lab.ids.dataset('incidenten'), areaCode: 'W1', category: 'noise', period: '2024-Q1' };
      const question = await write('petra', { ...asked, seen: 'Elk jaar meer in april.', ...seen });
      expect(question).toMatchObject({ organisationName: 'Politie', ...asked, ...seen });
      await expect(write('petra', { ...asked, areaCode: 'X' })).rejects.toMatchObject({ code: 'fact.unknown-area' });
      const elsewhere = { ...asked, datasetId: lab.ids.dataset('signalen') };
      await expect(write('petra', elsewhere)).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(write('petra', { question: 'waarom?' })).rejects.toMatchObject({ code: 'question.invalid' });
      await expect(as('joris').then((ctx) => lab.deeperQuestions.withdraw(ctx, question.id))).rejects.toMatchObject({
        kind: 'Forbidden',
      });
      expect(await lab.deeperQuestions.list(await as('wilma'), labId)).toHaveLength(1);
      await lab.deeperQuestions.withdraw(await as('petra'), question.id);
      expect(await lab.deeperQuestions.list(await as('wilma'), labId)).toEqual([]);
    });
  });

  it('is kept from those of another organisation by the database as well', async () => {
    const own = [labId, lab.ids.organisation('politie')];
    const insert = (name: PersonName, sql: string) =>
      lab.database.query('api', { userId: lab.ids.person(name) }, sql, [...own, lab.ids.person(name)]);
    for (const sql of [
      `insert into known_fact (lab_id, organisation_id, kind, title, source, is_published, location, added_by, added_at)
       values ($1, $2, 'document', 'x', 'x', true, 'x', $3, now())`,
      `insert into nothing_to_deliver (lab_id, organisation_id, reason, declared_by, declared_at) values ($1, $2, 'x', $3, now())`,
      `insert into deeper_question (lab_id, organisation_id, question, written_by, written_at) values ($1, $2, 'x', $3, now())`,
    ]) {
      await expect(insert('joris', sql)).rejects.toThrow('row-level security');
      await insert('petra', sql);
    }
  });
});
