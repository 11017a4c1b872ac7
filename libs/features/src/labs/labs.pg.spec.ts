import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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
import type { LabView } from './labs.service.js';

const statesOf = (view: LabView) => view.steps.map(({ state }) => state);
const openCriteria = (view: LabView, step: string) =>
  view.steps
    .find((row) => row.step === step)!
    .criteria.filter(({ met }) => !met)
    .map(({ code, missing }) => ({ code, missing: missing.map(({ name, role }) => name ?? role) }));

describeWithDatabase('a lab on its way through the steps', () => {
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

  it('is moved by its coordinator alone', async () => {
    for (const name of ['sanne', 'joris', 'fatma', 'petra', 'wilma'] as const)
      await expect(
        lab.as(name).then((ctx) => lab.labs.submitStep(ctx, overlast(), 'prioritise')),
      ).rejects.toMatchObject({
        kind: 'Forbidden',
      });
    // A coordinator of another lab does not even learn that this one exists.
    for (const move of ['submitStep', 'approveStep'] as const)
      await expect(lab.as('greta').then((ctx) => lab.labs[move](ctx, overlast(), 'prioritise'))).rejects.toMatchObject({
        kind: 'NotFound',
      });
    expect(statesOf(await lab.labs.getView(await as('marit'), overlast()))[0]).toBe('open');
  });

  it('does not hand in a step whose criteria do not hold, and says which and who', async () => {
    const marit = await as('marit');
    await lab.database.look(
      `update membership set ended_at = now() where role = 'data_steward' and organisation_id = $1 and lab_id = $2`,
      [lab.ids.organisation('politie'), overlast()],
    );
    await lab.database.look(`update lab set question = 'Waar?' where id = $1`, [overlast()]);
    await expect(lab.labs.submitStep(marit, overlast(), 'prioritise')).rejects.toMatchObject({
      code: 'step.criteria-open',
      message: expect.stringContaining('core-question, stewards-named'),
    });
    const view = await lab.labs.getView(marit, overlast());
    expect(openCriteria(view, 'prioritise')).toEqual([
      { code: 'core-question', missing: ['coordinator'] },
      { code: 'stewards-named', missing: ['Politie'] },
    ]);
  });

  it('goes to step 2, where the deliveries of all who promised one are awaited', async () => {
    const marit = await as('marit');
    const leave = lab.labs.approveStep(marit, overlast(), 'prioritise');
    await expect(leave).rejects.toMatchObject({ code: 'step.wrong-state' });
    expect(statesOf(await lab.labs.submitStep(marit, overlast(), 'prioritise'))[0]).toBe('in_review');
    const after = await lab.labs.approveStep(marit, overlast(), 'prioritise');
    expect(statesOf(after)).toEqual(['done', 'open', 'locked', 'locked', 'locked']);

    await declareNothing(lab, 'wijkteam', 'overlast');
    const question = 'Waarom keert overlast terug in wijk W1?';
    await lab.questions.write(await as('petra'), overlast(), { question });
    const reports = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) });
    await acceptQualityOf(lab, 'sanne', reports);
    await writeCard(lab, 'sanne', 'meldingen');
    await writeCard(lab, 'sanne', 'voorzieningen');
    const half = await lab.labs.getView(marit, overlast());
    expect(openCriteria(half, 'factual_picture')).toEqual(
      ['everybody-delivered', 'quality-accepted', 'cards-written'].map((code) => ({
        code,
        missing: ['Politie'],
      })),
    );
    const counts = await deliver(lab, { by: 'pim', dataset: 'tellingen', rows: [countRow()] });
    await writeCard(lab, 'pim', 'tellingen');
    await writeCard(lab, 'pim', 'incidenten');
    expect(openCriteria(await lab.labs.getView(marit, overlast()), 'factual_picture')).toEqual([
      { code: 'quality-accepted', missing: ['Politie'] },
    ]);
    await acceptQualityOf(lab, 'pim', counts);
    await lab.labs.submitStep(marit, overlast(), 'factual_picture');
    expect(statesOf(await lab.labs.approveStep(marit, overlast(), 'factual_picture'))).toEqual([
      'done',
      'done',
      'open',
      'locked',
      'locked',
    ]);
    await expect(lab.labs.submitStep(marit, overlast(), 'share_safely')).rejects.toMatchObject({
      code: 'step.no-criteria',
    });
    // The other lab stands where it stood.
    const rust = await lab.labs.getView(await as('greta'), lab.ids.lab('rust'));
    expect(statesOf(rust)).toEqual(['open', 'locked', 'locked', 'locked', 'locked']);
  });

  describe('that is reopened', () => {
    it('locks every later step, and keeps the reason', async () => {
      const marit = await as('marit');
      await lab.labs.submitStep(marit, overlast(), 'prioritise');
      await lab.labs.approveStep(marit, overlast(), 'prioritise');
      const reopened = await lab.labs.reopenStep(marit, overlast(), 'prioritise', '  de vraag is veranderd ');
      expect(statesOf(reopened)).toEqual(['open', 'locked', 'locked', 'locked', 'locked']);
      const rows = await lab.database.look(
        'select step, reason from lab_step where lab_id = $1 and reason is not null',
        [overlast()],
      );
      expect(rows).toEqual([{ step: 'prioritise', reason: 'de vraag is veranderd' }]);
    });

    it('wants a reason, and a step that is not open already', async () => {
      const marit = await as('marit');
      const without = as('marit').then((ctx) => lab.labs.reopenStep(ctx, overlast(), 'prioritise', ' x '));
      await expect(without).rejects.toMatchObject({ code: 'step.reason-missing' });
      await expect(lab.labs.reopenStep(marit, overlast(), 'prioritise', 'zomaar')).rejects.toMatchObject({
        code: 'step.wrong-state',
      });
    });
  });

  it('is moved once when two try at the same moment, and the audit log tells of one', async () => {
    const marit = await as('marit');
    const both = await Promise.allSettled([
      lab.labs.submitStep(marit, overlast(), 'prioritise'),
      lab.labs.submitStep(marit, overlast(), 'prioritise'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const events = await lab.database.look(`select action, object_id from audit_event where action = 'step.submit'`);
    expect(events).toEqual([{ action: 'step.submit', object_id: 'prioritise' }]);
  });
});
