import { randomUUID } from 'node:crypto';
import { describeWithDatabase, type TestLab, type TestRuns } from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForecastLab } from './forecast-lab.fake.js';
import type { ForecastObjectionsService } from './forecast-objections.service.js';
import type { ForecastTestsService } from './forecast-tests.service.js';
import type { ForecastsService } from './forecasts.service.js';
import { PublicPageService } from '../public/public-page.service.js';
import { publicRegister } from '../public/public-register.js';

describeWithDatabase('forecast contracts', () => {
  let ground: ForecastLab;
  let lab: TestLab;
  let runs: TestRuns;
  let labId: string;
  let forecasts: ForecastsService;
  let tests: ForecastTestsService;
  let objections: ForecastObjectionsService;

  beforeAll(async () => {
    ground = await ForecastLab.open();
    ({ lab, runs, labId, forecasts, tests, objections } = ground);
  });
  afterAll(() => lab.close());

  it('are the only way to a forecast', async () => {
    const wish = { labId, shellId: ground.shellId, purpose: 'understand_nuisance', categories: null, options: {} };
    await expect(runs.service.request(await lab.as('joris'), wish)).rejects.toMatchObject({
      code: 'run.needs-contract',
    });
  });

  it('are written by an analyst of the lab, read by all of it, and not by another lab', async () => {
    await expect(forecasts.write(await lab.as('pim'), labId, ground.input())).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await expect(forecasts.write(await lab.as('greta'), labId, ground.input())).rejects.toMatchObject({
      kind: 'NotFound',
    });
    const { id, state } = await forecasts.write(await lab.as('joris'), labId, ground.input());
    expect(state).toBe('draft');
    expect(await forecasts.get(await lab.as('wilma'), id)).toMatchObject({ terms: { baseline: 'last value' } });
    await expect(forecasts.get(await lab.as('greta'), id)).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(forecasts.list(await lab.as('greta'), labId)).rejects.toMatchObject({ kind: 'NotFound' });
    for (const table of ['forecast_contract', 'forecast_test', 'forecast_objection'])
      expect(await lab.database.query('api', { userId: lab.ids.person('greta') }, `select 1 from ${table}`)).toEqual(
        [],
      );
    const wrong = { ...ground.input(), terms: { ...ground.input().terms, stopsAfter: '2027-01-01' } };
    await expect(forecasts.rewrite(await lab.as('joris'), id, wrong)).rejects.toMatchObject({
      code: 'forecast.terms-out-of-bounds',
      places: [{ field: 'runs-too-long' }],
    });
    await expect(tests.request(await lab.as('joris'), id)).rejects.toMatchObject({ kind: 'InvalidState' });
    await forecasts.stop(await lab.as('marit'), id, 'Toch niet nodig.');
  });

  it('do not change once fixed, also for who goes past the services', async () => {
    const id = await ground.fixed();
    await expect(forecasts.rewrite(await lab.as('joris'), id, ground.input({ leastGain: 0 }))).rejects.toMatchObject({
      code: 'forecast.fixed',
    });
    const marit = { userId: lab.ids.person('marit') };
    for (const change of ['least_gain = 0', `stops_after = '2025-12-31'`, `goal = 'anders'`, `baseline = 'mean of 8'`])
      await expect(
        lab.database.query('api', marit, `update forecast_contract set ${change} where id = '${id}'`),
      ).rejects.toThrow('does not change once it is fixed');
    await expect(
      lab.database.query(
        'api',
        marit,
        `update forecast_contract set state = 'active', activated_at = now(), activated_by = '${marit.userId}', active_since = now(),
           activated_run_id = gen_random_uuid() where id = '${id}'`,
      ),
    ).rejects.toThrow('does not become active');
    await expect(forecasts.activate(await lab.as('joris'), id)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(forecasts.activate(await lab.as('marit'), id)).rejects.toMatchObject({ kind: 'InvalidState' });
    await forecasts.stop(await lab.as('marit'), id, 'Alleen een proef.');
  });

  it('are refused with their figures where the baseline is not beaten, and then the naive forecast is all that is shown', async () => {
    const id = await ground.fixed({ leastGain: 0.5, baseline: 'best naive' });
    const view = await ground.tested(id);
    expect(view).toMatchObject({ state: 'tested', refusals: ['baseline-not-beaten'], shows: 'naive' });
    expect(view.tests[0]!.document).toMatchObject({ ran: { areas: 2, level: 'wijk', grain: 'month' }, drift: null });
    expect(view.tests[0]!.document!.gain).toBeLessThan(0.5);
    await expect(forecasts.activate(await lab.as('marit'), id)).rejects.toMatchObject({
      code: 'forecast.refused',
      message: expect.stringContaining('baseline-not-beaten'),
    });
    const result = (await runs.service.findResult(await lab.as('joris'), view.tests[0]!.runId, 'lab'))!;
    const next = result.tables.find(({ key }) => key === 'next')!;
    expect(next.rows.length).toBe(2);
    for (const row of next.rows) expect([row['low'], row['expected']]).toEqual([null, row['naive']]);
    const past = `update forecast_contract set state = 'active', activated_at = now(), activated_by = $1, active_since = now(), activated_run_id = $3
      where id = $2`;
    await expect(lab.database.look(past, [lab.ids.person('marit'), id, view.tests[0]!.runId])).rejects.toThrow(
      'nothing speaks against',
    );
    await forecasts.stop(await lab.as('marit'), id, 'Niet beter dan de simpele regel.');
  });

  it('are tested again to the same outcome where a worker was killed half-way, and concluded once', async () => {
    const id = await ground.fixed();
    await tests.request(await lab.as('joris'), id, 7);
    await expect(tests.request(await lab.as('joris'), id, 7)).rejects.toMatchObject({
      code: 'forecast.test-under-way',
    });
    await lab.database.look(`update analysis_run set state = 'running', progress = 0.5 where state = 'requested'`);
    await ground.settle();
    const one = await forecasts.get(await lab.as('joris'), id);
    expect(one).toMatchObject({ state: 'tested', refusals: [] });
    await ground.keep();
    const again = await forecasts.get(await lab.as('joris'), id);
    expect(again).toEqual(one);
    const events = await lab.database.look(
      `select 1 from audit_event where action = 'forecast.tested' and object_id = $1`,
      [id],
    );
    expect(events).toHaveLength(1);
    await forecasts.stop(await lab.as('marit'), id, 'Alleen een proef.');
  });

  describe('that are switched on', () => {
    it('show the model, are given out while they are on, and off by an objection at once', async () => {
      const id = await ground.active();
      const view = await forecasts.get(await lab.as('wilma'), id);
      expect(view).toMatchObject({ state: 'active', shows: 'model', refusals: [] });
      const { runId } = view.tests[0]!;
      const page = await new PublicPageService(await lab.database.as('api')).get('overlast');
      expect(publicRegister(page, '2024-06-02').filter(({ status }) => status === 'In gebruik')).toMatchObject([
        {
          source_id: id,
          goal: view.terms.goal,
          proportionality: view.proportionality,
          source_data: 'meldingen van gemeente',
          end_date: '2025-06',
          methods_and_models: expect.stringContaining('Versie forecast 2. Getoetst op 2024-06-02'),
        },
      ]);
      const result = (await runs.service.findResult(await lab.as('joris'), runId, 'lab'))!;
      expect(result.tables.find(({ key }) => key === 'next')!.rows[0]!['low']).not.toBeNull();
      const released = randomUUID();
      await lab.database.look(
        `insert into release (id, lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, snapshot_id, snapshot_digest, context, document,
           digest, policy_version, criteria, released_at, requested_by, requested_organisation_id)
         select $4, lab_id, gen_random_uuid(), 1, 'run', kind, 'lab', 'released', id, snapshot_id, snapshot_digest, '{}', '{}', repeat('d', 64), '1', '[]', now(),
           $2, $3 from analysis_run where id = $1`,
        [runId, lab.ids.person('joris'), lab.ids.organisation('gemeente'), released],
      );
      await expect(objections.object(await lab.as('joris'), id, 'Ik niet.')).rejects.toMatchObject({
        kind: 'Forbidden',
      });
      const off = await objections.object(await lab.as('petra'), id, 'Wij willen eerst uitleg.');
      expect(off).toMatchObject({
        state: 'suspended',
        offReason: 'objected',
        shows: 'naive',
        objections: [{ organisationName: 'Politie', withdrawnAt: null }],
      });
      await ground.settle();
      expect(await lab.database.look('select state from release where id = $1', [released])).toEqual([
        { state: 'withdrawn' },
      ]);
      // A new test does not help while the objection stands; taken back it does not switch on by itself.
      expect(await ground.tested(id)).toMatchObject({ state: 'tested', refusals: ['objection-stands'] });
      await expect(forecasts.activate(await lab.as('marit'), id)).rejects.toMatchObject({ code: 'forecast.refused' });
      await expect(objections.withdraw(await lab.as('fatma'), id)).rejects.toMatchObject({ kind: 'InvalidState' });
      expect(await objections.withdraw(await lab.as('petra'), id)).toMatchObject({ state: 'tested', refusals: [] });
      expect(await forecasts.activate(await lab.as('marit'), id)).toMatchObject({ state: 'active' });
      await forecasts.stop(await lab.as('marit'), id, 'Alleen een proef.');
      await expect(
        lab.database.look(`update release set state = 'released', withdrawn_at = null where id = $1`, [released]),
      ).rejects.toThrow();
    });
  });
});
