import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { LoadEntity } from '@datalab/data';
import type { CanonicalReport } from '@datalab/intake';
import { deliver, describeWithDatabase, reportRow, reportRows, TestLab, uploadLoad } from '@datalab/testing';
import { OPERATOR } from '../operator.js';

const JANUARY = [{ from: '2024-01-01', to: '2024-01-31' }];

/** The digest as ADR 0029 describes it, worked out apart from the SQL. */
function digestOf(rows: readonly CanonicalReport[]): string {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex');
  const parts = Map.groupBy(rows.map((row) => row.record_hash).sort(), (hash) => hash.slice(0, 2));
  return sha(
    [...parts.keys()]
      .sort()
      .map((part) => sha(parts.get(part)!.join('\n')))
      .join('\n'),
  );
}

describeWithDatabase('upkeep', () => {
  let lab: TestLab;
  let labId: string;
  beforeEach(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
  });
  afterEach(() => lab.close());

  const send = (rows: readonly CanonicalReport[], covers = JANUARY) =>
    deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers });
  const upkeep = () => lab.maintenance.execute({ labId, actorId: OPERATOR, requestId: 'upkeep' });
  const build = () => lab.builder.execute({ labId, actorId: OPERATOR, requestId: 'picture' });
  const rowsOf = async ({ id }: LoadEntity) =>
    (await lab.database.look<{ n: number }>('select count(*)::int as n from report where load_id = $1', [id]))[0]!.n;
  const proofs = async () => lab.proofs.list(await lab.as('fatma'), labId);
  const nothing = { rows: 0, snapshots: 0, uploads: 0, work: 0, sessions: 0 };

  it('finds nothing to do where nothing is due', async () => {
    await send(reportRows(3));
    expect(await upkeep()).toEqual(nothing);
    expect(await proofs()).toEqual([]);
  });

  it('deletes the rows of a withdrawn load with a digest that its organisation can check', async () => {
    const rows = reportRows(5);
    const load = await send(rows);
    await lab.loads.withdraw(await lab.as('sanne'), load.id, 'verkeerd bestand');
    expect(await upkeep()).toMatchObject({ rows: 5 });
    expect(await rowsOf(load)).toBe(0);
    expect(await proofs()).toMatchObject([
      {
        objectKind: 'rows',
        objectId: load.id,
        reason: 'withdrawn',
        counts: { rows: 5, revision: 1 },
        digest: digestOf(rows),
        datasetName: 'meldingen van gemeente',
      },
    ]);
    expect(await upkeep()).toEqual(nothing);
  });

  it('deletes whole months once their first day is past the retention, and leaves a gap there instead of zeros', async () => {
    const covers = [{ from: '2022-05-01', to: '2022-08-31' }];
    const months = ['2022-05-20', '2022-06-01', '2022-06-30', '2022-07-01'];
    const rows = months.map((occurred_on) => reportRow({ occurred_on }));
    const load = await send(rows, covers);
    // 24 months before 2 June 2024 is 2 June 2022: all of June goes, July stays.
    expect(await upkeep()).toMatchObject({ rows: 3 });
    expect(await rowsOf(load)).toBe(1);
    expect(await proofs()).toMatchObject([
      { reason: 'expired', counts: { rows: 3 }, digest: digestOf(rows.slice(0, 3)) },
    ]);
    await build();
    const ctx = await lab.as('sanne');
    const query = {
      labId,
      view: 'mirror',
      datasetId: lab.ids.dataset('meldingen'),
      areaCode: 'G',
      category: 'all',
      grain: 'month',
    } as const;
    const { points } = await lab.pictures.getTrend(ctx, query);
    expect(points.map(({ period, delivered }) => [period, delivered])).toEqual([
      ['2022-07', 'full'],
      ['2022-08', 'full'],
    ]);
  });

  it('keeps what a newer revision replaced as long as the dataset says, and no longer', async () => {
    const [first, second] = [await send(reportRows(2)), await send(reportRows(3))];
    expect(await upkeep()).toEqual(nothing);
    lab.clock.set(new Date('2024-09-15T10:00:00Z'));
    expect(await upkeep()).toMatchObject({ rows: 2 });
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([0, 3]);
    expect(await proofs()).toMatchObject([{ reason: 'replaced', counts: { rows: 2, revision: 1 } }]);
  });

  it('asks for a picture again where the one that a delivery asked for never came', async () => {
    const asked = async () =>
      (
        await lab.database.look<{ n: number }>(
          `select count(*)::int as n from outbox where lab_id = $1 and job = 'factual-picture' and failed_at is null`,
          [labId],
        )
      )[0]!.n;
    await send(reportRows(12));
    await lab.database.look(`update outbox set failed_at = now() where job = 'factual-picture'`);
    await upkeep();
    expect(await asked()).toBe(1);
    await build();
    await upkeep();
    expect(await asked()).toBe(1);
  });

  it('takes the files of every snapshot that holds what was deleted, and asks for a new picture', async () => {
    const kept = await send(reportRows(4));
    await build();
    const wrong = await send(reportRows(4, { occurred_on: '2024-02-10' }), [{ from: '2024-02-01', to: '2024-02-29' }]);
    await build();
    const digests = await lab.database.look<{ digest: string }>(
      'select digest from snapshot where lab_id = $1 order by created_at',
      [labId],
    );
    await lab.loads.withdraw(await lab.as('sanne'), wrong.id, 'verkeerd');
    await lab.database.look('update outbox set done_at = now()');
    expect(await upkeep()).toMatchObject({ rows: 4, snapshots: 1 });
    expect([await lab.store.find(digests[0]!.digest), await lab.store.find(digests[1]!.digest)]).toEqual([
      expect.anything(),
      undefined,
    ]);
    const asked = await lab.database.look(`select 1 from outbox where job = 'factual-picture' and done_at is null`);
    expect(asked).toHaveLength(1);
    expect((await proofs()).map(({ objectKind }) => objectKind).sort()).toEqual(['rows', 'snapshot']);
    await build();
    expect(await rowsOf(kept)).toBe(4);
    expect(await upkeep()).toMatchObject({ rows: 0, snapshots: 0 });
  });

  it('drops uploads that nobody finished, with their file, and finished work', async () => {
    const uploaded = await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(1), covers: JANUARY });
    await lab.database.look(`update load set state = 'receiving', created_at = '2024-05-01' where id = $1`, [
      uploaded.id,
    ]);
    await lab.database.look(`update outbox set done_at = '2024-04-01' where lab_id = $1`, [labId]);
    expect(await upkeep()).toMatchObject({ uploads: 1, work: 1 });
    expect(existsSync(lab.uploads.fileOf(uploaded.id))).toBe(false);
    expect((await lab.loads.get(await lab.as('sanne'), uploaded.id)).state).toBe('withdrawn');
    expect((await proofs()).map(({ objectKind }) => objectKind).sort()).toEqual(['upload', 'work']);
  });

  it('is proved to the steward and the privacy officer of the organisation, and to nobody else', async () => {
    const load = await send(reportRows(1));
    await lab.loads.withdraw(await lab.as('sanne'), load.id, 'verkeerd');
    await upkeep();
    const seen = async (name: 'sanne' | 'fatma' | 'pim') => (await lab.proofs.list(await lab.as(name), labId)).length;
    expect([await seen('sanne'), await seen('fatma'), await seen('pim')]).toEqual([1, 1, 0]);
    for (const name of ['joris', 'greta'] as const)
      await expect(lab.proofs.list(await lab.as(name), labId)).rejects.toMatchObject({ kind: 'NotFound' });
    const audited = await lab.database.look(
      `select 1 from audit_event where action = 'retention.delete' and detail ->> 'rows' = '1'`,
    );
    expect(audited).toHaveLength(1);
  });

  it('touches no other lab', async () => {
    const load = await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(2), covers: JANUARY });
    await lab.loads.withdraw(await lab.as('greta'), load.id, 'verkeerd');
    expect(await upkeep()).toEqual(nothing);
    expect(await rowsOf(load)).toBe(2);
  });
});
