import { findOutcome } from '@datalab/data';
import type { RunResult } from '@datalab/domain';

import {
  agree,
  approvedShell,
  buurtAt,
  deliver,
  describeWithDatabase,
  reportRows,
  TestLab,
  testRuns,
  type PersonName,
  type TestRuns,
} from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunChoicesService } from './run-choices.service.js';

/** 24 areas with ten reports each, four in a corner with forty; ten addresses have nine reports each in both sources. */
const rowsOf = (prefix: string, busy: number) =>
  Array.from({ length: 24 }, (_, i) => {
    const area_code = buurtAt(i % 6, Math.floor(i / 6));
    const isCorner = i % 6 < 2 && i < 12;
    return reportRows(isCorner ? 40 : 10, { area_code }).map((row, n) => ({
      ...row,
      household_key: n < 9 && i < busy ? `known-${i}` : `${prefix}-${i}-${n}`,
    }));
  }).flat();

describeWithDatabase('runs of analyses', () => {
  let lab: TestLab;
  let runs: TestRuns;
  let labId: string;
  let shells: { map: string; spread: string; both: string; why: string };
  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: rowsOf('g', 10) });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: rowsOf('p', 10) });
    await lab.buildPicture();
    runs = await testRuns(lab);
    const period = { periodFrom: '2024-01-01', periodTo: '2024-05-31', grain: 'all' as const };
    const datasetIds = [lab.ids.dataset('meldingen'), lab.ids.dataset('incidenten')];
    const spread = { method: 'gini-lorenz', unit: 'address', ...period } as const;
    shells = {
      map: await approvedShell(lab, 'overlast', 'meldingen', { method: 'moran-local', ...period }),
      spread: await approvedShell(lab, 'overlast', 'meldingen', spread),
      both: await approvedShell(lab, 'overlast', 'meldingen', { ...spread, datasetIds }),
      why: await approvedShell(lab, 'overlast', 'meldingen', { method: 'glm-negbin', kind: 'diagnostic', ...period }),
    };
  });
  afterAll(() => lab.close());

  const ask = async (name: PersonName, shellId: string, change = {}) =>
    runs.service.request(await lab.as(name), {
      labId,
      shellId,
      purpose: 'understand_nuisance',
      categories: null,
      options: {},
      ...change,
    });
  const resultOf = async (id: string, tier: 'lab' | 'public' = 'lab'): Promise<RunResult | undefined> =>
    runs.service.findResult(await lab.as('joris'), id, tier);

  it('wait for an agreement', async () => {
    await expect(ask('joris', shells.map)).rejects.toMatchObject({ code: 'run.no-agreement' });
  });

  describe('under an agreement that links nothing', () => {
    beforeAll(() => agree(lab));

    it('are asked for by an analyst of the lab, of a shell of it, and what is chosen is checked', async () => {
      await expect(ask('sanne', shells.map)).rejects.toMatchObject({ code: 'run.not-analyst' });
      await expect(ask('greta', shells.map)).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(ask('joris', lab.ids.lab('rust'))).rejects.toMatchObject({ kind: 'NotFound' });
      const fault = ask('joris', shells.map, { options: { permutations: 5 } });
      await expect(fault).rejects.toMatchObject({ kind: 'InvalidInput', places: [{ field: 'options.permutations' }] });
      await expect(ask('joris', shells.map, { purpose: 'trace_fraud' })).rejects.toMatchObject({
        kind: 'InvalidInput',
      });
    });

    it('are chosen from what was agreed and from what the region has, by members of the lab', async () => {
      const choices = new RunChoicesService(await lab.database.as('api'));
      const mine = await choices.get(await lab.as('joris'), labId, 'buurt');
      expect(mine.purposes).toContain('understand_nuisance');
      expect(mine.areas).toContainEqual({ code: buurtAt(0, 0), title: expect.any(String) });
      expect((await choices.get(await lab.as('marit'), labId, 'street')).areas).toEqual([]);
      await expect(choices.get(await lab.as('greta'), labId, 'buurt')).rejects.toMatchObject({ kind: 'NotFound' });
    });

    it('find the corner that stands out, say so in words, and the same again with the same seed', async () => {
      const one = await runs.run('joris', { shellId: shells.map, categories: null, options: {} });
      expect(one).toMatchObject({ state: 'done', progress: 1, policyVersion: 1, failure: null });
      const result = (await resultOf(one.id))!;
      expect(result).toMatchObject({ tier: 'lab', label: 'description', n: 24, seed: 1, picture: { kind: 'map' } });
      expect(result.text.nl.what).toContain('24 gebieden');
      const areas = result.picture.kind === 'map' ? result.picture.areas : [];
      expect(areas.find(({ areaCode }) => areaCode === buurtAt(0, 0))).toMatchObject({
        state: 'shown',
        klass: 'cluster',
      });
      expect(areas.find(({ areaCode }) => areaCode === buurtAt(5, 3))!.klass).not.toBe('cluster');
      const again = await (
        await testRuns(lab, { threads: 3 })
      ).run('joris', {
        shellId: shells.map,
        categories: null,
        options: {},
      });
      expect(again.outcomeDigest).toBe(one.outcomeDigest);
      expect((await resultOf(again.id))!.digest).toBe(result.digest);
    });

    it('show what came out to analysts alone, and the exact outcome to nobody', async () => {
      const run = await runs.run('joris', { shellId: shells.spread, categories: null, options: {} });
      expect(run).toMatchObject({ state: 'done' });
      for (const name of ['pim', 'marit', 'fatma'] as const)
        expect(await runs.service.findResult(await lab.as(name), run.id, 'lab')).toBeUndefined();
      await expect(runs.service.findResult(await lab.as('greta'), run.id, 'lab')).rejects.toMatchObject({
        kind: 'NotFound',
      });
      const api = await lab.database.as('api');
      const person = { userId: lab.ids.person('joris') };
      await expect(api.inTransaction(person, (tx) => findOutcome(tx, run.id))).rejects.toThrow('permission denied');
      const worker = await lab.database.as('worker');
      const exact = (await worker.inTransaction({ labId }, (tx) => findOutcome(tx, run.id))) as { units: number };
      expect(exact.units).toBe(280);
      const shown = (await resultOf(run.id))!;
      // Noised by keys that every test draws anew, and rounded to tens.
      expect(Number(shown.n) % 10).toBe(0);
      expect(Math.abs(Number(shown.n) - 280)).toBeLessThanOrEqual(20);
      const classes = shown.tables.find(({ key }) => key === 'classes')!.rows;
      expect(classes.length).toBeGreaterThan(0);
      for (const { addresses, reportShare, addressShare } of classes) {
        expect(Number(addresses) % 10).toBe(0);
        for (const share of [reportShare, addressShare]) expect(String(share)).toMatch(/^(0|1|0\.\d{1,2})$/);
      }
    });

    it('are refused where they would link, by the worker, with the clause named', async () => {
      const run = await runs.run('joris', { shellId: shells.both, categories: null, options: {} });
      expect(run).toMatchObject({ state: 'refused', failure: 'outside-agreement' });
      expect(run.refusals).toMatchObject([
        { clause: 'links', code: 'link', words: { nl: expect.stringContaining('koppel') } },
      ]);
      expect(await resultOf(run.id)).toBeUndefined();
    });

    it('come in their order: why waits for a released who and where', async () => {
      await expect(ask('joris', shells.why)).rejects.toMatchObject({ code: 'run.out-of-turn' });
      expect(await runs.service.listOpenKinds(await lab.as('marit'), labId)).toEqual([
        { kind: 'descriptive', waitsFor: null },
        { kind: 'diagnostic', waitsFor: 'descriptive' },
        { kind: 'predictive', waitsFor: 'diagnostic' },
      ]);
    });

    it('are left alone once cancelled, and done when asked for again; withdrawn for good', async () => {
      const joris = await lab.as('joris');
      const asked = await ask('joris', shells.map, { seed: 5 });
      expect(await runs.service.cancel(joris, asked.id)).toMatchObject({ state: 'cancelled' });
      expect(await runs.execute(asked)).toMatchObject({ state: 'cancelled', outcomeDigest: null });
      await expect(runs.service.retry(await lab.as('marit'), asked.id)).rejects.toMatchObject({ kind: 'Forbidden' });
      expect(await runs.service.retry(joris, asked.id)).toMatchObject({ state: 'requested', seed: 5 });
      expect(await runs.execute(asked)).toMatchObject({ state: 'done' });
      expect(await runs.service.withdraw(joris, asked.id)).toMatchObject({ state: 'withdrawn' });
      await expect(runs.service.retry(joris, asked.id)).rejects.toMatchObject({ code: 'run.wrong-state' });
    });

    it('stop within a second when they are cancelled while they work', async () => {
      const asked = await ask('joris', shells.map, { options: { permutations: 9_999 } });
      const work = runs.execute(asked);
      const joris = await lab.as('joris');
      while ((await runs.service.get(joris, asked.id))?.state === 'requested')
        await new Promise((resolve) => setTimeout(resolve, 10));
      await runs.service.cancel(joris, asked.id);
      const cancelledAt = performance.now();
      expect(await work).toMatchObject({ state: 'cancelled' });
      expect(performance.now() - cancelledAt).toBeLessThan(3_000);
    });

    it('begin anew where a worker was killed half-way, and give what they would have given', async () => {
      const asked = await ask('joris', shells.map, { seed: 1 });
      await lab.database.look(`update analysis_run set state = 'running', progress = 0.4 where id = $1`, [asked.id]);
      const done = await runs.execute(asked);
      const first = (await runs.service.list(await lab.as('joris'), labId)).filter(
        ({ method, seed, state }) => method === 'moran-local' && seed === 1 && state === 'done',
      );
      expect(new Set(first.map(({ outcomeDigest }) => outcomeDigest))).toEqual(new Set([done.outcomeDigest]));
      expect(first.length).toBeGreaterThan(2);
    });

    it('of who left are refused', async () => {
      const asked = await ask('joris', shells.map);
      await lab.database.look(`update membership set ended_at = now() where person_id = $1`, [lab.ids.person('joris')]);
      await runs.executor.execute({ labId, actorId: lab.ids.person('joris'), requestId: 'r' }, asked.id);
      await lab.database.look(`update membership set ended_at = null where person_id = $1`, [lab.ids.person('joris')]);
      expect(await runs.service.get(await lab.as('joris'), asked.id)).toMatchObject({
        state: 'refused',
        failure: 'actor-left',
      });
    });
  });

  describe('under an agreement that links the two sources', () => {
    beforeAll(() =>
      agree(lab, {
        links: [{ by: 'household_key', datasetIds: [lab.ids.dataset('meldingen'), lab.ids.dataset('incidenten')] }],
      }),
    );

    it('count an address that both know once', async () => {
      const run = await runs.run('joris', { shellId: shells.both, categories: null, options: {} });
      expect(run).toMatchObject({ state: 'done' });
      const worker = await lab.database.as('worker');
      const exact = (await worker.inTransaction({ labId }, (tx) => findOutcome(tx, run.id))) as {
        units: number;
        events: number;
      };
      // 280 addresses in each source, ten of which are the same.
      expect(exact).toMatchObject({ units: 2 * 280 - 10, events: 720 });
    });
  });
});
