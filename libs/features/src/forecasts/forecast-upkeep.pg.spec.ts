import { describeWithDatabase, type TestLab } from '@datalab/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { calm, ForecastLab } from './forecast-lab.fake.js';
import type { ForecastsService } from './forecasts.service.js';

describeWithDatabase('forecasts that are on', () => {
  let ground: ForecastLab;
  let lab: TestLab;
  let forecasts: ForecastsService;

  beforeAll(async () => {
    ground = await ForecastLab.open();
    ({ lab, forecasts } = ground);
  });
  afterAll(() => lab.close());

  /** A month as all before it comes in, two days after it ended. */
  const nextMonth = async (month: string) => {
    const first = new Date(`${month}-01T10:00:00Z`);
    const end = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0));
    lab.clock.set(new Date(end.getTime() + 2 * 86_400_000));
    await ground.delivers(`${month}-01`, end.toISOString().slice(0, 10), calm);
  };

  it('are off at once where a new picture says that attention does more harm than was agreed', async () => {
    const id = await ground.active();
    await nextMonth('2024-06');
    await ground.keep();
    expect(await ground.run()).toBe(1);
    // What the simulation would find in a city in which attention brings twice the reports that were agreed as the limit.
    await lab.database.look(
      `update run_outcome o set outcome = jsonb_set(outcome, '{evidence,amplification}', '4') from forecast_test t
       where t.run_id = o.run_id and t.contract_id = $1 and t.kind = 'check'`,
      [id],
    );
    await ground.keep();
    const off = await forecasts.get(await lab.as('joris'), id);
    expect(off).toMatchObject({ state: 'suspended', offReason: 'harmed', shows: 'naive' });
    expect(off.tests[0]).toMatchObject({ kind: 'check', refusals: expect.arrayContaining(['harm-above-limit']) });
    await forecasts.stop(await lab.as('marit'), id, 'Te veel aandacht.');
  });

  it('are off where they could not be held against a new picture, and stay off until they are tested again', async () => {
    const id = await ground.active();
    await nextMonth('2024-07');
    await ground.keep();
    await lab.database.look(
      `update analysis_run r set state = 'failed', failure = 'out-of-memory', ended_at = now() from forecast_test t
       where t.run_id = r.id and t.contract_id = $1 and t.kind = 'check'`,
      [id],
    );
    await ground.keep();
    expect(await forecasts.get(await lab.as('joris'), id)).toMatchObject({
      state: 'suspended',
      offReason: 'unchecked',
      tests: [{ kind: 'check', refusals: ['not-checked'], document: null }, { kind: 'test' }],
    });
    await expect(forecasts.activate(await lab.as('marit'), id)).rejects.toMatchObject({ kind: 'InvalidState' });
    expect(await ground.tested(id)).toMatchObject({ state: 'tested', refusals: [] });
    expect(await forecasts.activate(await lab.as('marit'), id)).toMatchObject({ state: 'active' });
    await forecasts.stop(await lab.as('marit'), id, 'Alleen een proef.');
  });

  it('are held against every new picture, and off when they get worse than they were', async () => {
    const id = await ground.active();
    lab.clock.set(new Date('2024-10-02T10:00:00Z'));
    await ground.delivers('2024-08-01', '2024-09-30', calm);
    await ground.settle();
    const checked = await forecasts.get(await lab.as('joris'), id);
    expect(checked).toMatchObject({
      state: 'active',
      tests: [{ kind: 'check', document: { drift: { periods: 2, alarm: false } } }, {}],
    });
    await ground.settle();
    expect((await forecasts.get(await lab.as('joris'), id)).tests).toHaveLength(2);
    // A world in which every month is as the last, at a level never seen: the model is wrong and the simple rule is not.
    lab.clock.set(new Date('2025-03-02T10:00:00Z'));
    await ground.delivers('2024-10-01', '2025-02-28', () => 60);
    await ground.settle();
    const off = await forecasts.get(await lab.as('joris'), id);
    expect(off).toMatchObject({ state: 'suspended', offReason: 'drifted', shows: 'naive' });
    expect(off.tests[0]!.document!.drift).toMatchObject({ alarm: true, periods: 7 });
    expect(off.tests[0]!.refusals).toContain('drifted');
    await forecasts.stop(await lab.as('marit'), id, 'Het model is niet meer goed.');
  });

  it('are off after their last day, whether or not a worker was there to see it', async () => {
    const row = `insert into forecast_contract (lab_id, organisation_id, shell_id, title, purpose, goal, proportionality, baseline, least_gain,
        most_amplification, attention_share, attention_sensitivity, coverage_least, coverage_most, stops_after, state, written_by, written_at,
        fixed_by, fixed_at, active_since, activated_by, activated_at, activated_run_id)
      values ($1, $2, $3, 't', 'understand_nuisance', 'goal', 'why', 'last value', 0, 2, 0.1, 0.1, 0.5, 0.9, '2024-12-31', 'active', $4, now(), $4,
        '2024-01-01', '2024-02-01', $4, '2024-02-01', gen_random_uuid()) returning id`;
    const [made] = await lab.database.look<{ id: string }>(row, [
      ground.labId,
      lab.ids.organisation('gemeente'),
      ground.shellId,
      lab.ids.person('marit'),
    ]);
    expect(await forecasts.get(await lab.as('joris'), made!.id)).toMatchObject({ state: 'active', shows: 'nothing' });
    await ground.keep();
    expect(await forecasts.get(await lab.as('joris'), made!.id)).toMatchObject({
      state: 'ended',
      offReason: 'expired',
    });
  });
});
