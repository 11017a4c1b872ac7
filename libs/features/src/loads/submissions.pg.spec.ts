import { existsSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { LoadEntity } from '@datalab/data';
import type { CanonicalReport } from '@datalab/intake';
import {
  checkLoad,
  deliver,
  describeWithDatabase,
  recordHash,
  reportRow,
  TestLab,
  type TestReport,
} from '@datalab/testing';

/** Without a key: a submitted row carries none in this version. */
const todaysRow = (row: Partial<CanonicalReport> = {}): CanonicalReport => {
  const made: Partial<TestReport> = reportRow({ occurred_on: '2024-06-02', ...row });
  delete made.household_key;
  return made as CanonicalReport;
};

/** It is 2 June 2024 at noon; a system delivers report by report. */
describeWithDatabase('reports that are submitted', () => {
  let lab: TestLab;
  beforeEach(async () => {
    lab = await TestLab.open();
  });
  afterEach(() => lab.close());

  let calls = 0;
  const submit = async (rows: readonly unknown[], idempotencyKey = `call-${String((calls += 1)).padStart(6, '0')}`) =>
    lab.submissions.submit(await lab.as('sanne'), { datasetId: lab.ids.dataset('meldingen'), idempotencyKey, rows });
  const at = (day: string) => lab.clock.set(new Date(`${day}T10:00:00Z`));
  const labId = () => lab.ids.lab('overlast');
  const seal = () => lab.sealing.execute(labId(), 'seal');
  const loadsNow = async () =>
    (await lab.loads.list(await lab.as('sanne'), { labId: labId(), first: 50 })).items.toReversed();
  /** Seals what is due and checks it, as night and worker do. */
  const night = async (): Promise<LoadEntity[]> => {
    await seal();
    const received = (await loadsNow()).filter(({ state }) => state === 'received');
    return Promise.all(received.map((load) => checkLoad(lab, load)));
  };
  const counted = async (): Promise<Record<string, number>> => {
    const items: { occurredOn: string }[] = [];
    for (let after: string | undefined; ;) {
      const page = await lab.reports.list(await lab.as('sanne'), { labId: labId(), first: 2, after });
      items.push(...page.items);
      if (page.nextCursor === null) break;
      after = page.nextCursor;
    }
    return Object.fromEntries(
      [...Map.groupBy(items, (row) => row.occurredOn)].map(([day, rows]) => [day, rows.length]),
    );
  };

  it('fill one load a day, which is sealed when the day is over and then checked as any load', async () => {
    const first = await submit([todaysRow(), todaysRow()]);
    expect(first).toMatchObject({ accepted: true, isReplay: false, rows: 2, issues: [] });
    expect((await submit([todaysRow()])).load!.id).toBe(first.load!.id);
    expect(await seal()).toBe(0);
    expect(await counted()).toEqual({});
    at('2024-06-03');
    const [load, ...others] = await night();
    expect(others).toEqual([]);
    expect(load).toMatchObject({
      state: 'accepted',
      origin: 'submissions',
      covers: [{ from: '2024-06-02', to: '2024-06-02' }],
      totals: { rows: 3, inRegion: 3 },
    });
    expect(await counted()).toEqual({ '2024-06-02': 3 });
    expect(await seal()).toBe(0);
    expect(existsSync(lab.uploads.fileOf(load!.id))).toBe(false);
  });

  it('change nothing the second time, and are a conflict with the same key and other content', async () => {
    const rows = [todaysRow(), todaysRow()];
    const { load } = await submit(rows, 'the-same-key');
    const before = await lab.database.look('select * from submitted_report');
    expect(await submit(rows, 'the-same-key')).toMatchObject({
      accepted: true,
      isReplay: true,
      rows: 2,
      load: { id: load!.id },
    });
    await expect(submit([todaysRow()], 'the-same-key')).rejects.toMatchObject({
      kind: 'Conflict',
      code: 'submission.key-reused',
    });
    expect(await lab.database.look('select * from submitted_report')).toEqual(before);
    const together = todaysRow();
    const twice = await Promise.all([submit([together], 'at-one-moment'), submit([together], 'at-one-moment')]);
    expect(twice.map(({ isReplay }) => isReplay).sort()).toEqual([false, true]);
  });

  it.each<[string, string, object, number[]]>([
    ['value.not-in-list', 'category', { category: 'ruis' }, [2]],
    ['field.missing', 'record_hash', { record_hash: undefined }, [2]],
    ['key.not-sealed', 'household_key', { household_key: 'sleutel-1' }, [2]],
    ['submission.not-a-day', 'occurred_precision', { occurred_precision: 'month', occurred_on: '2024-06-01' }, [2]],
    ['submission.before-stream', 'occurred_on', { occurred_on: '2024-06-01' }, [2]],
    ['date.future', 'occurred_on', { occurred_on: '2024-06-03' }, [2]],
    ['screening.email', 'channel', { channel: 'jan@voorbeeld.nl' }, [2]],
  ])('are refused whole for %s, and told where', async (code, column, change, firstRows) => {
    const row = JSON.parse(JSON.stringify({ ...todaysRow(), ...change })) as object;
    const outcome = await submit([todaysRow(), row, todaysRow()], 'refused-first');
    expect(outcome).toMatchObject({ accepted: false, rows: 0, load: undefined });
    expect(outcome.issues).toContainEqual(expect.objectContaining({ code, column, firstRows }));
    for (const table of ['load', 'submission', 'submitted_report'])
      expect(await lab.database.look(`select 1 from ${table}`)).toEqual([]);
    // The key was not used up by what was refused.
    expect(await submit([todaysRow()], 'refused-first')).toMatchObject({ accepted: true, isReplay: false });
  });

  it('are refused for one record twice in a call, and for rows that are none', async () => {
    const row = todaysRow();
    expect((await submit([row, row])).issues).toMatchObject([{ code: 'record.duplicate', firstRows: [2] }]);
    expect((await submit(['Jan Jansen', null, 7])).issues.map(({ column }) => column)).toEqual(['(regel)', '(regel)']);
  });

  it('that come late extend the load by their own day, and take nothing away from it', async () => {
    await submit([todaysRow(), todaysRow(), todaysRow({ record_hash: recordHash('changes') })]);
    at('2024-06-03');
    await night();
    await submit([
      todaysRow({ occurred_on: '2024-06-03' }),
      todaysRow({ record_hash: recordHash('changes'), status: 'dicht' }),
    ]);
    await submit([todaysRow()]);
    at('2024-06-04');
    const [load] = await night();
    expect(load).toMatchObject({ covers: [{ from: '2024-06-02', to: '2024-06-03' }], totals: { rows: 5 } });
    expect(await counted()).toEqual({ '2024-06-02': 4, '2024-06-03': 1 });
  });

  it('that move to another day leave the day on which they were', async () => {
    await submit([todaysRow({ record_hash: recordHash('moves') }), todaysRow()]);
    at('2024-06-03');
    await night();
    await submit([todaysRow({ record_hash: recordHash('moves'), occurred_on: '2024-06-03' })]);
    at('2024-06-04');
    await night();
    expect(await counted()).toEqual({ '2024-06-02': 1, '2024-06-03': 1 });
  });

  it('say zero by a call without rows, and leave a gap where no call came', async () => {
    await submit([todaysRow()]);
    at('2024-06-04');
    await submit([]);
    at('2024-06-05');
    const loads = await night();
    expect(loads.map(({ state, covers, totals }) => [state, covers, totals?.rows])).toEqual([
      ['accepted', [{ from: '2024-06-02', to: '2024-06-02' }], 1],
      ['accepted', [{ from: '2024-06-04', to: '2024-06-04' }], 0],
    ]);
  });

  it('are forgotten with the load that was withdrawn, and when their days can no longer change', async () => {
    await submit([todaysRow(), todaysRow()]);
    at('2024-06-03');
    const [load] = await night();
    await lab.loads.withdraw(await lab.as('sanne'), load!.id, 'proefmeldingen');
    await submit([todaysRow()]);
    at('2024-06-04');
    await night();
    expect(await counted()).toEqual({ '2024-06-02': 1 });
    at('2024-07-20');
    expect((await submit([todaysRow()])).issues).toMatchObject([{ code: 'submission.too-late' }]);
    await submit([todaysRow({ occurred_on: '2024-07-20' })]);
    at('2024-07-21');
    await night();
    expect(await lab.database.look('select occurred_on::text as day from submitted_report')).toEqual([
      { day: '2024-07-20' },
    ]);
    expect(await counted()).toEqual({ '2024-06-02': 1, '2024-07-20': 1 });
  });

  it('become the newest truth when they are sealed, and take no bytes of a file', async () => {
    const { load } = await submit([todaysRow()]);
    const rows = [todaysRow(), todaysRow()];
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers: [{ from: '2024-06-01', to: '2024-06-02' }] });
    await expect(lab.loads.getReceiving(await lab.as('sanne'), load!.id)).rejects.toMatchObject({
      kind: 'InvalidState',
    });
    at('2024-06-03');
    const [sealed] = await night();
    expect(sealed).toMatchObject({ id: load!.id, revision: 3, state: 'accepted' });
    expect(await counted()).toEqual({ '2024-06-02': 1 });
  });

  it('are the own steward’s alone, to submit and to read back, and hold no key and no record hash', async () => {
    const input = { datasetId: lab.ids.dataset('meldingen'), idempotencyKey: 'somebody-else', rows: [todaysRow()] };
    await expect(lab.submissions.submit(await lab.as('fatma'), input)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(lab.submissions.submit(await lab.as('pim'), input)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(lab.submissions.submit(await lab.as('greta'), input)).rejects.toMatchObject({ kind: 'NotFound' });
    const counts = { ...input, datasetId: lab.ids.dataset('tellingen') };
    await expect(lab.submissions.submit(await lab.as('pim'), counts)).rejects.toMatchObject({
      code: 'submission.records-only',
    });
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: [reportRow(), reportRow({ category: 'waste' as 'noise' })],
    });
    await deliver(lab, {
      by: 'sanne',
      dataset: 'meldingen',
      rows: [reportRow(), reportRow({ area_code: 'B02', category: 'youth' })],
    });
    const seenBy = async (name: 'sanne' | 'fatma' | 'joris' | 'pim' | 'greta', filter: object = {}) =>
      (await lab.reports.list(await lab.as(name), { labId: labId(), first: 200, ...filter })).items;
    const seen = await seenBy('sanne');
    expect(seen).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toMatch(/household-|[0-9a-f]{64}/);
    for (const name of ['fatma', 'joris', 'pim', 'greta'] as const) expect(await seenBy(name)).toEqual([]);
    expect(await seenBy('sanne', { category: 'youth' })).toMatchObject([{ areaCode: 'B02' }]);
    expect(await seenBy('sanne', { areaCode: 'B01' })).toMatchObject([{ category: 'noise' }]);
    expect(await seenBy('sanne', { areaCode: 'G' })).toHaveLength(2);
    expect(await seenBy('sanne', { from: '2024-02-01' })).toEqual([]);
    expect(await seenBy('sanne', { datasetId: lab.ids.dataset('incidenten') })).toEqual([]);
    for (const wrong of [{ first: 0 }, { first: 201 }, { after: '-1' }, { after: '9999' }])
      await expect(seenBy('sanne', wrong)).rejects.toMatchObject({ kind: 'InvalidInput' });
  });
});
