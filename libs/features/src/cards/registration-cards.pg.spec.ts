import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';

const CARD = {
  whoRegisters: 'Wijkagenten, in het eigen systeem.',
  when: 'Na elke melding waar iemand heen gaat.',
  whenNot: 'Niet als het telefonisch wordt afgedaan.',
  doubleRegistration: 'Een voorval kan ook bij de gemeente staan.',
  changes: [
    { on: '2024-04-01', what: 'Eén meldpunt voor alle wijken.' },
    { on: '2023-02-01', what: 'Nieuw systeem.' },
  ],
};

describeWithDatabase('a registration card', () => {
  let lab: TestLab;
  let datasetId: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    datasetId = lab.ids.dataset('meldingen');
  });
  afterAll(() => lab.close());
  const save = async (name: 'sanne' | 'pim' | 'joris' | 'greta', card: unknown) =>
    lab.cards.save(await lab.as(name), datasetId, card);

  it('is written by the steward of its own organisation alone', async () => {
    await expect(save('joris', CARD)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(save('pim', CARD)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(save('greta', CARD)).rejects.toMatchObject({ kind: 'NotFound' });
    expect(await lab.cards.find(await lab.as('sanne'), datasetId)).toBeUndefined();
  });

  it('keeps every version, with the changes in order', async () => {
    expect(await save('sanne', CARD)).toMatchObject({ version: 1, madeBy: 'sanne', card: { remarks: '' } });
    const second = await save('sanne', { ...CARD, remarks: 'Aangevuld.' });
    expect(second).toMatchObject({ version: 2, card: { changes: [{ on: '2023-02-01' }, { on: '2024-04-01' }] } });
    const versions = await lab.cards.listVersions(await lab.as('petra'), datasetId);
    expect(versions.map(({ version, card }) => [version, card.remarks])).toEqual([
      [2, 'Aangevuld.'],
      [1, ''],
    ]);
    // Who of another organisation wrote it is not for the lab.
    expect(versions[0]!.madeBy).toBeNull();
    await expect(lab.cards.find(await lab.as('greta'), datasetId)).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it.each([
    ['a text that is missing', { ...CARD, when: ' ' }, 'card.invalid'],
    ['a date that does not exist', { ...CARD, changes: [{ on: '2024-02-30', what: 'iets nieuws' }] }, 'card.invalid'],
    ['a field of its own making', { ...CARD, secret: 'x' }, 'card.invalid'],
    ['an e-mail address', { ...CARD, remarks: 'vraag jan@voorbeeld.nl' }, 'text.tells-of-a-person'],
    [
      'an address in a change',
      { ...CARD, changes: [{ on: '2024-02-01', what: 'pand 1234 AB 12 erbij' }] },
      'text.tells-of-a-person',
    ],
  ])('is refused with %s', async (_what, card, code) => {
    await expect(save('sanne', card)).rejects.toMatchObject({ kind: 'InvalidInput', code });
  });

  it('puts its changes of practice beside the trend of its dataset', async () => {
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) });
    const labId = lab.ids.lab('overlast');
    await lab.buildPicture();
    const query = { labId, view: 'lab', datasetId, areaCode: 'G', category: 'all', grain: 'month' } as const;
    const { changes } = await lab.pictures.getTrend(await lab.as('petra'), query);
    expect(changes).toEqual([CARD.changes[1], CARD.changes[0]]);
  });
});
