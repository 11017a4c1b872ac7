import { randomUUID } from 'node:crypto';
import { randomStream } from '@datalab/analysis';
import { periodsBetween } from '@datalab/domain';
import {
  approvedShell,
  agree,
  deliver,
  describeWithDatabase,
  reportRows,
  TestLab,
  testRuns,
  type TestRuns,
} from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ForecastInput } from './forecast-input.js';
import { ForecastObjectionsService } from './forecast-objections.service.js';
import { ForecastTestsService } from './forecast-tests.service.js';
import { ForecastUpkeepService } from './forecast-upkeep.service.js';
import { ForecastsService } from './forecasts.service.js';
import { PublicPageService } from '../public/public-page.service.js';
import { publicRegister } from '../public/public-register.js';

/** Four years of a strong season with noise in both wijken, which a model learns and "the same as last month" does not. */
const calm = (t: number, draw: number) => Math.round(14 + 9 * Math.sin((2 * Math.PI * t) / 12) + 6 * (draw - 0.5));

/** The rows of the months from…to, a number per wijk and month. */
function monthsOf(from: string, to: string, countOf: (t: number, draw: number) => number, seed = 1) {
  const random = randomStream(seed);
  return periodsBetween(from, to, 'month').flatMap((month) => {
    const t = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
    return ['B01', 'B04'].flatMap((area_code) =>
      reportRows(countOf(t, random.nextFloat()), { area_code, occurred_on: `${month}-15` }).map((row, n) => ({
        ...row,
        household_key: `${area_code}-${month}-${n}`,
      })),
    );
  });
}

describeWithDatabase('forecast contracts', () => {
  let lab: TestLab;
  let runs: TestRuns;
  let labId: string;
  let shellId: string;
  let forecasts: ForecastsService;
  let tests: ForecastTestsService;
  let objections: ForecastObjectionsService;
  let upkeep: ForecastUpkeepService;
  const work = () => ({ labId, actorId: lab.ids.person('joris'), requestId: randomUUID() });

  const delivers = async (from: string, to: string, countOf: (t: number, draw: number) => number) => {
    const rows = monthsOf(from, to, countOf);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers: [{ from, to }] });
    await lab.builder.execute({ labId, actorId: lab.ids.person('sanne'), requestId: 'picture' });
  };
  const input = (change: Partial<ForecastInput['terms']> = {}): ForecastInput => ({
    shellId,
    title: 'Uren van het wijkteam',
    purpose: 'understand_nuisance',
    proportionality: 'Alleen aantallen per wijk en maand.',
    terms: {
      goal: 'De uren van het wijkteam per maand verdelen.',
      baseline: 'last value',
      leastGain: 0.02,
      mostAmplification: 2,
      attention: { share: 0.5, sensitivity: 0.1 },
      coverage: { least: 0.5, most: 0.99 },
      stopsAfter: '2025-06-30',
      ...change,
    },
  });
  /** Does all work that waits: runs under contracts and what follows from them, as the worker does. */
  const settle = async () => {
    for (let round = 0; round < 4; round += 1) {
      await upkeep.execute(work());
      const waiting = await lab.database.look<{ id: string; requested_by: string }>(
        `select r.id, r.requested_by from analysis_run r join forecast_test t on t.run_id = r.id where r.state in ('requested', 'running')`,
      );
      for (const { id, requested_by } of waiting)
        await runs.executor.execute({ labId, actorId: requested_by, requestId: 'run-analysis' }, id);
      if (waiting.length === 0) return;
    }
    throw new Error('the work does not come to an end');
  };
  const fixed = async (change: Partial<ForecastInput['terms']> = {}) => {
    const { id } = await forecasts.write(await lab.as('joris'), labId, input(change));
    await forecasts.fix(await lab.as('marit'), id);
    return id;
  };
  const tested = async (id: string) => {
    await tests.request(await lab.as('joris'), id, 7);
    await settle();
    return forecasts.get(await lab.as('joris'), id);
  };
  const active = async (change: Partial<ForecastInput['terms']> = {}) => {
    const id = await fixed(change);
    await tested(id);
    await forecasts.activate(await lab.as('marit'), id);
    return id;
  };

  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    const api = await lab.database.as('api');
    forecasts = new ForecastsService(api);
    tests = new ForecastTestsService(api);
    objections = new ForecastObjectionsService(api);
    upkeep = new ForecastUpkeepService(await lab.database.as('worker'), lab.clock);
    runs = await testRuns(lab);
    await agree(lab);
    await delivers('2020-06-01', '2024-05-31', calm);
    shellId = await approvedShell(lab, 'overlast', 'meldingen', {
      kind: 'predictive',
      method: 'forecast',
      unit: 'area',
      areaLevel: 'wijk',
      grain: 'month',
      periodFrom: '2020-06-01',
      periodTo: '2024-05-31',
    });
    await lab.database.look(
      `insert into release (lab_id, series_id, version, kind, analysis_kind, tier, state, run_id, snapshot_id, snapshot_digest, context, document, digest,
         policy_version, criteria, released_at, requested_by, requested_organisation_id)
       select $1, gen_random_uuid(), 1, 'run', 'diagnostic', 'lab', 'released', gen_random_uuid(), id, digest, '{}', '{}', repeat('d', 64), '1', '[]', now(), $2, $3
       from snapshot where lab_id = $1`,
      [labId, lab.ids.person('joris'), lab.ids.organisation('gemeente')],
    );
  });
  afterAll(() => lab.close());

  it('are the only way to a forecast', async () => {
    const wish = { labId, shellId, purpose: 'understand_nuisance', categories: null, options: {} };
    await expect(runs.service.request(await lab.as('joris'), wish)).rejects.toMatchObject({
      code: 'run.needs-contract',
    });
  });

  it('are written by an analyst of the lab, read by all of it, and not by another lab', async () => {
    await expect(forecasts.write(await lab.as('pim'), labId, input())).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(forecasts.write(await lab.as('greta'), labId, input())).rejects.toMatchObject({ kind: 'NotFound' });
    const { id, state } = await forecasts.write(await lab.as('joris'), labId, input());
    expect(state).toBe('draft');
    expect(await forecasts.get(await lab.as('wilma'), id)).toMatchObject({ terms: { baseline: 'last value' } });
    await expect(forecasts.get(await lab.as('greta'), id)).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(forecasts.list(await lab.as('greta'), labId)).rejects.toMatchObject({ kind: 'NotFound' });
    for (const table of ['forecast_contract', 'forecast_test', 'forecast_objection'])
      expect(await lab.database.query('api', { userId: lab.ids.person('greta') }, `select 1 from ${table}`)).toEqual(
        [],
      );
    const wrong = { ...input(), terms: { ...input().terms, stopsAfter: '2027-01-01' } };
    await expect(forecasts.rewrite(await lab.as('joris'), id, wrong)).rejects.toMatchObject({
      code: 'forecast.terms-out-of-bounds',
      places: [{ field: 'runs-too-long' }],
    });
    await expect(tests.request(await lab.as('joris'), id)).rejects.toMatchObject({ kind: 'InvalidState' });
    await forecasts.stop(await lab.as('marit'), id, 'Toch niet nodig.');
  });

  it('do not change once fixed, also for who goes past the services', async () => {
    const id = await fixed();
    await expect(forecasts.rewrite(await lab.as('joris'), id, input({ leastGain: 0 }))).rejects.toMatchObject({
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
    const id = await fixed({ leastGain: 0.5, baseline: 'best naive' });
    const view = await tested(id);
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
    const id = await fixed();
    await tests.request(await lab.as('joris'), id, 7);
    await expect(tests.request(await lab.as('joris'), id, 7)).rejects.toMatchObject({
      code: 'forecast.test-under-way',
    });
    await lab.database.look(`update analysis_run set state = 'running', progress = 0.5 where state = 'requested'`);
    await settle();
    const one = await forecasts.get(await lab.as('joris'), id);
    expect(one).toMatchObject({ state: 'tested', refusals: [] });
    await upkeep.execute(work());
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
      const id = await active();
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
      await settle();
      expect(await lab.database.look('select state from release where id = $1', [released])).toEqual([
        { state: 'withdrawn' },
      ]);
      // A new test does not help while the objection stands; taken back it does not switch on by itself.
      expect(await tested(id)).toMatchObject({ state: 'tested', refusals: ['objection-stands'] });
      await expect(forecasts.activate(await lab.as('marit'), id)).rejects.toMatchObject({ code: 'forecast.refused' });
      await expect(objections.withdraw(await lab.as('fatma'), id)).rejects.toMatchObject({ kind: 'InvalidState' });
      expect(await objections.withdraw(await lab.as('petra'), id)).toMatchObject({ state: 'tested', refusals: [] });
      expect(await forecasts.activate(await lab.as('marit'), id)).toMatchObject({ state: 'active' });
      await forecasts.stop(await lab.as('marit'), id, 'Alleen een proef.');
      await expect(
        lab.database.look(`update release set state = 'released', withdrawn_at = null where id = $1`, [released]),
      ).rejects.toThrow();
    });

    it('are held against every new picture, and off when they get worse than they were', async () => {
      const id = await active();
      lab.clock.set(new Date('2024-08-02T10:00:00Z'));
      await delivers('2024-06-01', '2024-07-31', calm);
      await settle();
      const checked = await forecasts.get(await lab.as('joris'), id);
      expect(checked).toMatchObject({
        state: 'active',
        tests: [{ kind: 'check', document: { drift: { periods: 2, alarm: false } } }, {}],
      });
      await settle();
      expect((await forecasts.get(await lab.as('joris'), id)).tests).toHaveLength(2);
      // A world in which every month is as the last, at a level never seen: the model is wrong and the simple rule is not.
      lab.clock.set(new Date('2025-01-02T10:00:00Z'));
      await delivers('2024-08-01', '2024-12-31', () => 60);
      await settle();
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
        labId,
        lab.ids.organisation('gemeente'),
        shellId,
        lab.ids.person('marit'),
      ]);
      expect(await forecasts.get(await lab.as('joris'), made!.id)).toMatchObject({ state: 'active', shows: 'nothing' });
      await upkeep.execute(work());
      expect(await forecasts.get(await lab.as('joris'), made!.id)).toMatchObject({
        state: 'ended',
        offReason: 'expired',
      });
    });
  });
});
