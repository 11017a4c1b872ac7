import { PUBLIC_VALUES } from '@datalab/domain';
import {
  agree,
  deliver,
  describeWithDatabase,
  nameOfficers,
  reportRows,
  TestLab,
  type PersonName,
} from '@datalab/testing';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { PublicValuesService } from './public-values.service.js';
import { readValues } from './values-view.js';

const ALL = PUBLIC_VALUES.map((value) => ({ value, verdict: 'safeguarded', answer: 'Goed geregeld.' }));

describeWithDatabase('the seven public values and the risk behind them', () => {
  let lab: TestLab;
  let labId: string;
  let values: PublicValuesService;
  beforeEach(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    values = new PublicValuesService(await lab.database.as('api'));
    await nameOfficers(lab);
  });
  afterEach(() => lab.close());

  const answer = async (name: PersonName, answers: unknown = ALL) =>
    values.answer(await lab.as(name), labId, null, answers);
  const view = async (name: PersonName = 'marit') => values.getView(await lab.as(name), labId, null);
  /** Delivers so many reports, builds the picture and measures it, as the worker does. */
  const picture = async (reports: number) => {
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(reports) });
    const work = { labId, actorId: lab.ids.person('sanne'), requestId: 'picture' };
    await lab.builder.execute(work);
    const [asked] = await lab.database.look<{ payload: { snapshotId: string } }>(
      `select payload from outbox where job = 'privacy-risk' order by created_at desc limit 1`,
    );
    await lab.riskBuilder.execute(work, asked!.payload.snapshotId);
    return asked!.payload.snapshotId;
  };

  it('are answered by every organisation, by who guards the law or knows the work', async () => {
    await expect(answer('marit')).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(answer('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(answer('fatma', [...ALL, ALL[0]])).rejects.toMatchObject({ code: 'values.invalid' });
    await expect(answer('fatma', [{ ...ALL[0], answer: 'vraag jan@voorbeeld.nl' }])).rejects.toMatchObject({
      code: 'text.tells-of-a-person',
    });
    await answer('fatma');
    await answer('petra', [...ALL.slice(1), { ...ALL[0], verdict: 'dissent', answer: 'Te fijn per buurt.' }]);
    const half = await view('joris');
    expect(half).toMatchObject({ standing: 'missing', owing: [{ organisationId: lab.ids.organisation('wijkteam') }] });
    expect(half.answers.filter(({ verdict }) => verdict === 'dissent')).toMatchObject([
      { value: 'privacy', answeredBy: null },
    ]);
    // A dissent is an answer: it is kept and shown, and it does not silence the others.
    expect((await answer('wilma')).standing).toBe('answered');
  });

  it('are reopened by new data, and stand again when looked at again', async () => {
    for (const name of ['fatma', 'petra', 'wilma'] as const) await answer(name);
    expect((await view()).standing).toBe('answered');
    await picture(6);
    expect(await view()).toMatchObject({ standing: 'reopened', causes: ['new_rows', 'new_sources', 'evidence_moved'] });
    for (const name of ['fatma', 'petra', 'wilma'] as const) await answer(name);
    expect((await view()).standing).toBe('answered');
    // What signing brings is no news about the data: it reopens nothing.
    await agree(lab);
    expect((await view()).standing).toBe('answered');
    const worker = await lab.database.as('worker');
    const asWorker = await worker.inTransaction({ labId }, (tx) => readValues(tx, labId));
    expect(asWorker).toMatchObject({ standing: 'answered', ground: (await view()).ground });
  });

  it('come with a risk that is exact for the own organisation and banded for all others', async () => {
    await picture(6);
    const own = await values.getRisk(await lab.as('fatma'), labId);
    const source = own.sources.find(({ datasetId }) => datasetId === lab.ids.dataset('meldingen'))!;
    expect(source.own!.grid.length).toBeGreaterThan(0);
    expect(source.own!.grid.every(({ units }) => units > 0)).toBe(true);
    for (const name of ['petra', 'marit', 'wilma'] as const) {
      const { sources } = await values.getRisk(await lab.as(name), labId);
      expect(sources.map((one) => one.own)).toEqual([null]);
      expect(JSON.stringify(sources.map(({ risk }) => risk))).not.toMatch(/"(units|k|l|uniqueShare)":\d/);
    }
    // The second wall says so without the first.
    const api = await lab.database.as('api');
    const rows = (name: PersonName) =>
      api.inTransaction({ userId: lab.ids.person(name) }, (tx) => tx.query('select 1 from privacy_risk_own'));
    expect([(await rows('fatma')).length, (await rows('petra')).length, (await rows('greta')).length]).toEqual([
      1, 0, 0,
    ]);
  });

  it('measure all sources together from the moment that everybody has signed, and the same again after a crash', async () => {
    const snapshotId = await picture(6);
    const work = { labId, actorId: lab.ids.person('sanne'), requestId: 'risk' };
    const kept = () => lab.database.look('select dataset_id, document from privacy_risk order by 1');
    const before = await kept();
    expect(before.map((row) => row['dataset_id'])).toEqual([lab.ids.dataset('meldingen')]);
    await lab.riskBuilder.execute(work, snapshotId);
    expect(await kept()).toEqual(before);
    await agree(lab);
    const asked = await lab.database.look(`select 1 from outbox where job = 'privacy-risk'`);
    expect(asked).toHaveLength(2);
    await lab.riskBuilder.execute(work, snapshotId);
    expect((await kept()).map((row) => row['dataset_id'])).toEqual([lab.ids.dataset('meldingen'), null]);
  });
});
