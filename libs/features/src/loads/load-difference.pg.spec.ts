import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findDifference, findLoad, type LoadEntity } from '@datalab/data';
import type { CanonicalRow } from '@datalab/intake';
import {
  checkLoad,
  countRow,
  deliver,
  describeWithDatabase,
  reportRow,
  reportRows,
  TestLab,
  uploadLoad,
} from '@datalab/testing';

const QUARTER = [{ from: '2024-01-01', to: '2024-03-31' }];

describeWithDatabase('what a new revision changes', () => {
  let lab: TestLab;
  beforeEach(async () => {
    lab = await TestLab.open();
  });
  afterEach(() => lab.close());

  const send = (rows: readonly CanonicalRow[], confirmDifference = false) =>
    deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers: QUARTER, confirmDifference });
  const asWorker = async <T>(read: Parameters<Awaited<ReturnType<typeof lab.database.as>>['inTransaction']>[1]) =>
    (await (await lab.database.as('worker')).inTransaction({ labId: lab.ids.lab('overlast') }, read)) as T;
  const differenceOf = ({ id }: LoadEntity) => asWorker((tx) => findDifference(tx, id));
  const stateOf = async ({ id }: LoadEntity) => (await asWorker<LoadEntity>((tx) => findLoad(tx, id))).state;
  const rowsOf = async ({ id }: LoadEntity) =>
    (await lab.database.look<{ n: number }>('select count(*)::int as n from report where load_id = $1', [id]))[0]!.n;

  it('is said per month and category: what came, went, changed and stayed', async () => {
    const [stays, goes, changes, moves] = reportRows(4, { occurred_on: '2024-01-10' });
    await send([stays!, goes!, changes!, moves!]);
    const second = await send([
      stays!,
      { ...changes!, status: 'closed' },
      { ...moves!, occurred_on: '2024-02-10', category: 'youth' },
      reportRow({ occurred_on: '2024-03-10' }),
    ]);
    expect(second.state).toBe('accepted');
    expect(await differenceOf(second)).toEqual({
      grain: 'month',
      replaces: [1],
      total: { added: 1, removed: 1, changed: 2, same: 1 },
      cells: [
        { period: '2024-01', category: 'noise', added: 0, removed: 1, changed: 1 },
        { period: '2024-02', category: 'youth', added: 0, removed: 0, changed: 1 },
        { period: '2024-03', category: 'noise', added: 1, removed: 0, changed: 0 },
      ],
    });
  });

  it('is nothing to say where nothing was delivered for those days, and looks at those days alone', async () => {
    const first = await send([reportRow()]);
    expect(await differenceOf(first)).toBeUndefined();
    const april = await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: [reportRow({ occurred_on: '2024-04-02' })],
      covers: [{ from: '2024-03-01', to: '2024-04-30' }],
    });
    expect(await differenceOf(april)).toMatchObject({ total: { added: 1, removed: 0, changed: 0, same: 0 } });
  });

  it('is said of counts as well', async () => {
    const count = (rows: CanonicalRow[]) => deliver(lab, { by: 'pim', dataset: 'tellingen', rows, covers: QUARTER });
    const row = countRow();
    await count([row]);
    const second = await count([{ ...row, count: 13 }]);
    expect(await differenceOf(second)).toMatchObject({ total: { added: 0, removed: 0, changed: 1, same: 0 } });
  });

  it('goes by year where a load covers more than three years', async () => {
    const covers = [{ from: '2020-01-01', to: '2024-03-31' }];
    const rows = [reportRow()];
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers });
    const second = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [reportRow(), ...rows], covers });
    expect(await differenceOf(second)).toMatchObject({ grain: 'year', cells: [{ period: '2024', added: 1 }] });
  });

  it('waits for the steward who asked to see it, with nothing counting until they confirm', async () => {
    const rows = reportRows(3);
    const first = await send(rows);
    const second = await send(rows.slice(1), true);
    expect(second).toMatchObject({ state: 'to_confirm', totals: { rows: 2 } });
    expect([await rowsOf(first), await rowsOf(second)]).toEqual([3, 0]);
    // Work that is handed out twice neither decides nor loses the file.
    expect((await checkLoad(lab, second)).state).toBe('to_confirm');
    expect(existsSync(lab.uploads.fileOf(second.id))).toBe(true);

    await expect(lab.loads.confirm(await lab.as('fatma'), second.id)).rejects.toMatchObject({ kind: 'NotFound' });
    await lab.loads.confirm(await lab.as('sanne'), second.id);
    expect((await checkLoad(lab, second)).state).toBe('accepted');
    expect([await rowsOf(second), existsSync(lab.uploads.fileOf(second.id))]).toEqual([2, false]);
  });

  it('is asked again when something else was delivered between showing and confirming', async () => {
    const rows = reportRows(3);
    await send(rows);
    const waiting = await send(rows.slice(1), true);
    await send([...rows, reportRow()]);
    await lab.loads.confirm(await lab.as('sanne'), waiting.id);
    expect(await checkLoad(lab, waiting)).toMatchObject({ state: 'to_confirm', confirmedAt: null });
    expect(await differenceOf(waiting)).toMatchObject({ total: { removed: 2 } });
  });

  it('does not hold up what only adds, and can be taken back instead of confirmed', async () => {
    const rows = reportRows(3);
    await send(rows);
    expect((await send([...rows, reportRow()], true)).state).toBe('accepted');
    const waiting = await send(rows, true);
    await lab.loads.withdraw(await lab.as('sanne'), waiting.id, 'toch het verkeerde bestand');
    expect(await stateOf(waiting)).toBe('withdrawn');
    await expect(lab.loads.confirm(await lab.as('sanne'), waiting.id)).rejects.toMatchObject({ kind: 'InvalidState' });
  });

  it('is for nobody outside its organisation', async () => {
    const [row] = reportRows(1);
    await send([row!]);
    const { id } = await send([{ ...row!, status: 'closed' }]);
    const seenBy = async (name: 'sanne' | 'pim') => {
      const ctx = await lab.as(name);
      const who = { userId: ctx.actor.personId, organisationId: ctx.actor.organisationId };
      return (await lab.database.query('api', who, 'select 1 from load_difference where load_id = $1', [id])).length;
    };
    expect([await seenBy('sanne'), await seenBy('pim')]).toEqual([1, 0]);
  });

  it('of an upload that was not asked to wait is accepted at once', async () => {
    const rows = reportRows(2);
    await send(rows);
    const uploaded = await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: rows.slice(1), covers: QUARTER });
    expect((await checkLoad(lab, uploaded)).state).toBe('accepted');
  });
});
