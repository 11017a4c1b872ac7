import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  acceptQualityOf,
  countRow,
  declareNothing,
  deliver,
  describeWithDatabase,
  reportRows,
  TestLab,
  type PersonName,
  writeCard,
} from '@datalab/testing';
import type { LabView } from './lab-view.js';

const statesOf = (view: LabView) => view.steps.map(({ state }) => state);
const openCriteria = (view: LabView, step: string) =>
  view.steps
    .find((row) => row.step === step)!
    .criteria.filter(({ met }) => !met)
    .map(({ code, missing }) => [code, ...missing.map(({ name, role }) => name ?? role)]);

describeWithDatabase('a lab', () => {
  let lab: TestLab;
  beforeEach(async () => {
    lab = await TestLab.open({ atStep1: true });
  });
  afterEach(() => lab.close());
  const overlast = () => lab.ids.lab('overlast');
  const as = (name: PersonName) => lab.as(name);

  it('is seen by those who take part in it and by nobody else', async () => {
    expect((await lab.labs.listMine(await as('sanne'))).map(({ id }) => id)).toEqual([overlast()]);
    expect((await lab.labs.listMine(await as('greta'))).map(({ id }) => id)).toEqual([lab.ids.lab('rust')]);
    const view = await lab.labs.getView(await as('wilma'), overlast());
    expect(view.participants.map(({ name }) => name)).toEqual(['Gemeente Teststad', 'Politie', 'Wijkteam West']);
    const stranger = as('greta').then((ctx) => lab.labs.getView(ctx, overlast()));
    await expect(stranger).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('begins at step 1, and takes no delivery before that is done', async () => {
    expect(statesOf(await lab.labs.getView(await as('marit'), overlast()))).toEqual([
      'open',
      'locked',
      'locked',
      'locked',
      'locked',
    ]);
    await expect(deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) })).rejects.toMatchObject({
      code: 'lab.picture-locked',
    });
  });

  it('says which criteria do not hold, and whose they are', async () => {
    await lab.database.look(
      `update membership set ended_at = now() where role = 'data_steward' and organisation_id = $1 and lab_id = $2`,
      [lab.ids.organisation('politie'), overlast()],
    );
    await lab.database.look(`update lab set question = 'Waar?' where id = $1`, [overlast()]);
    const open = openCriteria(await lab.labs.getView(await as('marit'), overlast()), 'prioritise');
    expect(open).toContainEqual(['core-question', 'coordinator']);
    expect(open).toContainEqual(['stewards-named', 'Politie']);
  });

  it('awaits in step 2 the deliveries of all who promised one', async () => {
    await lab.putAt('overlast', 'factual_picture');
    const marit = await as('marit');
    const openNow = async () => openCriteria(await lab.labs.getView(marit, overlast()), 'factual_picture');
    await declareNothing(lab, 'wijkteam', 'overlast');
    const question = 'Waarom keert overlast terug in wijk W1?';
    await lab.deeperQuestions.write(await as('petra'), overlast(), { question });
    const reports = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) });
    await acceptQualityOf(lab, 'sanne', reports);
    await writeCard(lab, 'sanne', 'meldingen');
    await writeCard(lab, 'sanne', 'voorzieningen');
    const half = await openNow();
    for (const code of ['everybody-delivered', 'quality-accepted', 'cards-written'])
      expect(half).toContainEqual([code, 'Politie']);
    const counts = await deliver(lab, { by: 'pim', dataset: 'tellingen', rows: [countRow()] });
    await writeCard(lab, 'pim', 'tellingen');
    await writeCard(lab, 'pim', 'incidenten');
    const later = await openNow();
    expect(later).toContainEqual(['quality-accepted', 'Politie']);
    expect(later).not.toContainEqual(['everybody-delivered', 'Politie']);
    await acceptQualityOf(lab, 'pim', counts);
    expect((await openNow()).map(([code]) => code)).not.toContain('quality-accepted');
  });

  it('has the same criteria whoever looks: nothing in them depends on what the one who asks may see', async () => {
    await lab.putAt('overlast', 'factual_picture');
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) });
    const seen = new Set<string>();
    for (const name of ['marit', 'sanne', 'joris', 'fatma', 'pim', 'petra', 'wilma'] as const) {
      const { steps } = await lab.labs.getView(await as(name), overlast());
      seen.add(JSON.stringify(steps.map(({ criteria }) => criteria)));
    }
    expect(seen.size).toBe(1);
  });
});
