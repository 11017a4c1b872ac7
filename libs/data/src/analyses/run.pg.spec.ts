import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, TestLab } from '@datalab/testing';
import type { Database } from '../database.js';
import { findRun, findRunResult, listOutcomes, listRuns } from './run.read-model.js';
import { insertRun, saveRunDecision, saveRunOutcome, saveRunProgress, saveRunStart } from './run.repository.js';

const DIGEST = 'a'.repeat(64);

describeWithDatabase('runs of analyses', () => {
  let lab: TestLab;
  let api: Database;
  let worker: Database;
  let labId: string;
  let snapshotId: string;
  let runId: string;
  beforeAll(async () => {
    lab = await TestLab.open();
    api = await lab.database.as('api');
    worker = await lab.database.as('worker');
    labId = lab.ids.lab('overlast');
    const rows = await lab.database.look<{ id: string }>(
      `insert into snapshot (lab_id, digest, manifest) values ($1, $2, '{}') returning id`,
      [labId, DIGEST],
    );
    snapshotId = rows[0]!.id;
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role)
       select $1, id, organisation_id, 'analyst' from person where subject = 'petra' on conflict do nothing`,
      [labId],
    );
    runId = await ask('petra');
  });
  afterAll(() => lab.close());

  const person = async (name: 'petra' | 'pim' | 'marit' | 'greta') => ({ userId: (await lab.as(name)).actor.personId });
  const ask = async (name: 'petra' | 'pim' | 'greta') => {
    const { actor } = await lab.as(name);
    return api.inTransaction({ userId: actor.personId }, (tx) =>
      insertRun(tx, {
        labId,
        organisationId: actor.organisationId,
        snapshotId,
        shellId: lab.ids.dataset('meldingen'),
        shellVersion: 1,
        title: 'Hoe scheef is het verdeeld?',
        method: 'concentration',
        methodVersion: 1,
        kind: 'descriptive',
        params: {},
        seed: 1,
        requestedBy: actor.personId,
      }),
    );
  };

  it('are asked for by analysts of the lab alone, by the second wall as well', async () => {
    await expect(ask('pim')).rejects.toThrow('row-level security');
    await expect(ask('greta')).rejects.toThrow('row-level security');
  });

  it('are seen by everybody of their lab and by nobody of another', async () => {
    for (const name of ['pim', 'marit'] as const)
      expect(await api.inTransaction(await person(name), (tx) => listRuns(tx, labId))).toHaveLength(1);
    expect(await api.inTransaction(await person('greta'), (tx) => findRun(tx, runId))).toBeUndefined();
    expect(await worker.inTransaction({ labId: lab.ids.lab('rust') }, (tx) => findRun(tx, runId))).toBeUndefined();
  });

  it('say how far they are only while they run', async () => {
    const progress = () => worker.inTransaction({ labId }, (tx) => saveRunProgress(tx, runId, 0.5));
    expect(await progress()).toBe(false);
    await worker.inTransaction({ labId }, (tx) => saveRunStart(tx, runId, lab.clock.now()));
    expect(await progress()).toBe(true);
  });

  describe('with an outcome', () => {
    beforeAll(() =>
      worker.inTransaction({ labId }, (tx) =>
        saveRunOutcome(tx, {
          labId,
          runId,
          outcome: { exact: 3 },
          selection: { datasets: [] },
          outcomeDigest: DIGEST,
          snapshotDigest: DIGEST,
          policyVersion: 1,
          results: [{ tier: 'lab', document: { n: 10 }, digest: DIGEST }],
          at: lab.clock.now(),
        }),
      ),
    );

    it('show what may be shown to analysts, and the exact outcome to nobody', async () => {
      const shown = async (name: 'petra' | 'pim' | 'marit' | 'greta') =>
        api.inTransaction(await person(name), (tx) => findRunResult(tx, runId, 'lab'));
      expect(await shown('petra')).toEqual({ n: 10 });
      for (const name of ['pim', 'marit', 'greta'] as const) expect(await shown(name)).toBeUndefined();
      await expect(
        api.inTransaction(await person('petra'), (tx) => listOutcomes(tx, labId, 'concentration', labId)),
      ).rejects.toThrow('permission denied for table run_outcome');
    });

    it('cannot be made by a person, only ended', async () => {
      const decide = async (name: 'petra' | 'marit', state: 'withdrawn' | 'done') =>
        api.inTransaction(await person(name), (tx) =>
          saveRunDecision(tx, runId, state as 'withdrawn', { personId: lab.ids.person(name), at: lab.clock.now() }),
        );
      await expect(decide('petra', 'done')).rejects.toThrow('row-level security');
      await decide('marit', 'withdrawn');
      expect(await api.inTransaction(await person('petra'), (tx) => findRun(tx, runId))).toMatchObject({
        state: 'done',
      });
      await decide('petra', 'withdrawn');
      expect(await api.inTransaction(await person('petra'), (tx) => findRun(tx, runId))).toMatchObject({
        state: 'withdrawn',
      });
    });
  });
});
