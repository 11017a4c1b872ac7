import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { factualPictureJob, ingestJob } from '@datalab/jobs';
import { describeWithDatabase, expectEventually, TestLab } from '@datalab/testing';
import type { Database } from '../database.js';
import { announce, listen, type Listening } from './changes.js';
import { askFor, OutboxRepository } from './outbox.repository.js';

describeWithDatabase('the outbox', () => {
  let lab: TestLab;
  let api: Database;
  let worker: Database;
  let outbox: OutboxRepository;
  let listening: Listening | undefined;
  let heard: string[];

  beforeAll(async () => {
    lab = await TestLab.open();
    api = await lab.database.as('api');
    worker = await lab.database.as('worker');
    outbox = new OutboxRepository(worker);
  });
  afterEach(async () => {
    await listening?.close();
    listening = undefined;
    await lab.database.look('delete from outbox');
  });
  afterAll(() => lab.close());

  const hear = async (channel: 'changes' | 'outbox'): Promise<void> => {
    heard = [];
    const fail = (reason: string) => heard.push(`gap: ${reason}`);
    listening = await listen(lab.database.urls.workerUrl, channel, (payload) => heard.push(payload), fail);
  };
  const sanne = () => ({ userId: lab.ids.person('sanne'), organisationId: lab.ids.organisation('gemeente') });
  const asked = (labId = lab.ids.lab('overlast')) => ({ labId, actorId: sanne().userId, requestId: 'r-1' });
  /** Asks for a picture of each lab that is named, as the worker does at the end of a check. */
  const ask = async (...labs: ('overlast' | 'rust')[]): Promise<void> => {
    for (const key of labs) {
      const labId = lab.ids.lab(key);
      await worker.inTransaction({ labId }, (tx) => askFor(tx, factualPictureJob, { labId }, asked(labId)));
    }
  };
  const waiting = async () => (await outbox.listWaiting(30)).map(({ id }) => id);

  it('holds nothing of a transaction that came to nothing, and wakes nobody', async () => {
    await hear('outbox');
    const work = api.inTransaction(sanne(), async (tx) => {
      await askFor(tx, ingestJob, { loadId: lab.ids.dataset('meldingen') }, asked());
      throw new Error('the rest failed');
    });
    await expect(work).rejects.toThrow('the rest failed');
    expect(await lab.database.look('select * from outbox')).toEqual([]);
    // What is heard comes in order: had the first been told, it would stand before this one.
    await ask('overlast');
    await expectEventually(() => heard.length, 1);
  });

  it('holds ids, and who asked', async () => {
    await ask('overlast');
    expect(await outbox.listWaiting(30)).toEqual([
      {
        id: expect.any(String),
        labId: lab.ids.lab('overlast'),
        job: 'factual-picture',
        payload: { labId: lab.ids.lab('overlast') },
        actorId: lab.ids.person('sanne'),
        requestId: 'r-1',
      },
    ]);
  });

  it('takes no payload that is not the job’s', async () => {
    const more = { labId: lab.ids.lab('overlast'), name: 'somebody' };
    const work = worker.inTransaction({ labId: more.labId }, (tx) => askFor(tx, factualPictureJob, more, asked()));
    await expect(work).rejects.toThrow('Unrecognized key');
    expect(await waiting()).toEqual([]);
  });

  it('takes no work in somebody else’s name, nor for a lab that is not one’s own', async () => {
    const askAs = (actorId: string, labId: string) =>
      api.inTransaction(sanne(), (tx) => askFor(tx, factualPictureJob, { labId }, { labId, actorId, requestId: 'r' }));
    await expect(askAs(lab.ids.person('pim'), lab.ids.lab('overlast'))).rejects.toThrow('row-level security');
    await expect(askAs(sanne().userId, lab.ids.lab('rust'))).rejects.toThrow('row-level security');
  });

  it('shows the api that its own lab is being worked for, and nothing of what, by whom or elsewhere', async () => {
    await ask('overlast', 'rust');
    expect(await lab.database.query('api', sanne(), 'select lab_id as "labId", job from outbox')).toEqual([
      { labId: lab.ids.lab('overlast'), job: 'factual-picture' },
    ]);
    await expect(lab.database.query('api', sanne(), 'select payload from outbox')).rejects.toThrow('permission denied');
  });

  describe('as a relay sees it', () => {
    it('gives work in the order in which it was asked for, of every lab, until it is marked', async () => {
      await ask('overlast', 'rust', 'overlast');
      const ids = await waiting();
      expect(ids).toHaveLength(3);
      expect([...ids].sort()).toEqual(ids);
      await outbox.markQueued(ids.slice(0, 2));
      expect(await waiting()).toEqual(ids.slice(2));
    });

    it('gives work again that a queue has held for too long', async () => {
      await ask('overlast');
      const ids = await waiting();
      await outbox.markQueued(ids);
      expect(await waiting()).toEqual([]);
      await lab.database.look(`update outbox set queued_at = now() - interval '31 seconds'`);
      expect(await waiting()).toEqual(ids);
    });

    it('does not give work again that was done or given up', async () => {
      await ask('overlast', 'rust');
      const [done, failed] = (await waiting()) as [string, string];
      await outbox.markDone(done);
      await outbox.markFailed(failed, 'attempts-spent');
      await lab.database.look(`update outbox set queued_at = now() - interval '1 hour'`);
      expect(await waiting()).toEqual([]);
      expect([await outbox.isOpen(done), await outbox.isOpen(failed)]).toEqual([false, false]);
      expect(await lab.database.look('select failure from outbox where id = $1', [failed])).toEqual([
        { failure: 'attempts-spent' },
      ]);
    });

    it('does not wait for another relay that is looking at the same moment', async () => {
      await ask('overlast', 'rust');
      const [first, second] = (await waiting()) as [string, string];
      const seen = await worker.inTransaction({}, async (tx) => {
        await tx.query('select 1 from outbox where id = $1 for update', [first]);
        return waiting();
      });
      expect(seen).toEqual([second]);
      expect(await waiting()).toEqual([first, second]);
    });

    it('gives no more than two hundred at a time, and then the rest', async () => {
      await lab.database.look(
        `insert into outbox (lab_id, job, payload, actor_id, request_id)
         select $1, 'factual-picture', '{}', $2, 'r' from generate_series(1, 201)`,
        [lab.ids.lab('overlast'), sanne().userId],
      );
      const ids = await waiting();
      expect(ids).toHaveLength(200);
      await outbox.markQueued(ids);
      expect(await waiting()).toHaveLength(1);
    });
  });

  describe('changes', () => {
    const change = (id: string) => ({ kind: 'load' as const, id, labId: lab.ids.lab('overlast') });

    it('are told when, and only when, the transaction commits', async () => {
      await hear('changes');
      const rolledBack = api.inTransaction(sanne(), async (tx) => {
        await announce(tx, change('never'));
        throw new Error('not committed');
      });
      await expect(rolledBack).rejects.toThrow('not committed');
      const heardInside = await api.inTransaction(sanne(), async (tx) => {
        await announce(tx, change('committed'));
        // Another connection says something meanwhile: it is heard before what has not been committed yet.
        await worker.inTransaction({}, (other) => announce(other, change('meanwhile')));
        await expectEventually(() => heard.length, 1);
        return [...heard];
      });
      await expectEventually(() => heard.length, 2);
      expect(heardInside.map((text) => (JSON.parse(text) as { id: string }).id)).toEqual(['meanwhile']);
      expect(heard.map((text) => (JSON.parse(text) as { id: string }).id)).toEqual(['meanwhile', 'committed']);
    });

    it('are heard again after the connection was lost, and the gap is told', async () => {
      await hear('changes');
      await lab.database.look(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'datalab listen changes' and datname = current_database()`,
      );
      await expectEventually(() => heard.length, 1);
      expect(heard[0]).toMatch(/^gap: /);
      await expectEventually(async () => {
        await worker.inTransaction({}, (tx) => announce(tx, change('back')));
        return heard.some((text) => text.includes('back'));
      }, true);
    });
  });
});
