import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { LoadEntity } from '@datalab/data';
import type { CanonicalRow } from '@datalab/intake';
import { countRow, deliver, describeWithDatabase, reportRow, reportRows, TestLab } from '@datalab/testing';

const FIVE_MONTHS = [{ from: '2024-01-01', to: '2024-05-31' }];

describeWithDatabase('the quality report of a load', () => {
  let lab: TestLab;
  beforeEach(async () => {
    lab = await TestLab.open();
  });
  afterEach(() => lab.close());

  const measure = ({ id, labId, createdBy }: LoadEntity) =>
    lab.qualityBuilder.execute({ labId, actorId: createdBy, requestId: 'quality' }, id);
  const send = async (rows: readonly CanonicalRow[], covers = FIVE_MONTHS): Promise<LoadEntity> => {
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers });
    await measure(load);
    return load;
  };
  const reportOf = async ({ id }: LoadEntity) => (await lab.quality.findReport(await lab.as('sanne'), id))!.report;

  it('is asked for with the picture when a load is accepted, and not when it is refused', async () => {
    const asked = () => lab.database.look<{ job: string }>(`select job from outbox where job = 'quality-report'`);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [reportRow({ area_code: 'nowhere' })] });
    expect(await asked()).toHaveLength(0);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: [reportRow()] });
    expect(await asked()).toHaveLength(1);
  });

  it('worked by hand: coverage, lateness, duplicates and keys of eight rows', async () => {
    const twin = { ...reportRow({ occurred_on: '2024-03-05', household_key: 'h' }), record_hash: 'a'.repeat(64) };
    const rows = [
      reportRow({ occurred_on: '2024-01-10', registered_on: '2024-01-10' }),
      reportRow({ occurred_on: '2024-01-10', registered_on: '2024-01-12' }),
      reportRow({ occurred_on: '2024-01-10', registered_on: '2024-03-01' }),
      reportRow({ occurred_on: '2024-01-10', household_key: undefined }),
      reportRow({ placement: 'no_area', area_code: undefined, household_key: undefined }),
      reportRow({ household_role: 'location' }),
      twin,
      { ...twin, record_hash: 'b'.repeat(64) },
    ];
    const report = await reportOf(
      await send(rows, [
        { from: '2024-01-01', to: '2024-01-31' },
        { from: '2024-03-01', to: '2024-03-20' },
      ]),
    );
    expect(report).toMatchObject({
      reports: 8,
      coverage: {
        delivered: 1,
        partial: 1,
        gaps: 1,
        months: [
          { month: '2024-01', delivered: 'full', reports: 6 },
          { month: '2024-02', delivered: 'none', reports: 0 },
          { month: '2024-03', delivered: 'partial', reports: 2 },
        ],
      },
      late: { reports: 3, before: 0, medianDays: 2, p90Days: 51, shareOver30: 1 / 3 },
      duplicates: { identical: 1, elsewhere: 0 },
      drift: { from: '2024-01-01', to: '2024-03-20', categories: null },
      keys: {
        needed: 7,
        present: 5,
        missingInRegion: 1,
        missingOutsideRegion: 0,
        missingNoArea: 1,
        notAboutHousehold: 1,
        notDwelling: 0,
        causes: null,
      },
      missedMatches: null,
    });
  });

  it('finds rows that another load that counts has as well', async () => {
    const row = reportRow({ occurred_on: '2024-01-20' });
    await send([row], [{ from: '2024-01-01', to: '2024-01-31' }]);
    const again = await send([{ ...row, occurred_on: '2024-02-20' }], [{ from: '2024-02-01', to: '2024-02-29' }]);
    expect((await reportOf(again)).duplicates).toEqual({ identical: 0, elsewhere: 1 });
    // A revision of the same days is no double: it replaces them.
    const revised = [{ ...row, record_hash: 'c'.repeat(64) }];
    await send(revised, [{ from: '2024-01-01', to: '2024-01-31' }]);
    const revision = await send([...revised, reportRow()], [{ from: '2024-01-01', to: '2024-01-31' }]);
    expect((await reportOf(revision)).duplicates.elsewhere).toBe(0);
  });

  it('flags a category that came up against the twelve months before', async () => {
    await send(reportRows(200, { occurred_on: '2023-06-10' }), [{ from: '2023-01-01', to: '2023-12-31' }]);
    const load = await send([
      ...reportRows(60, { occurred_on: '2024-04-10' }),
      ...reportRows(40, { occurred_on: '2024-05-10', category: 'youth' }),
    ]);
    const { drift } = await reportOf(load);
    expect(drift).toMatchObject({ from: '2024-03-01', to: '2024-05-31' });
    expect(drift!.categories).toMatchObject([
      { category: 'noise', shareNow: 0.6, shareBefore: 1, isFlagged: true },
      { category: 'youth', shareNow: 0.4, shareBefore: 0, isFlagged: true },
    ]);
  });

  it('estimates missed matches where the source gives a second key', async () => {
    const atOne = { check_key: 'p1' };
    const lost = { ...atOne, household_key: undefined };
    const load = await send([
      ...[1, 2, 3].map(() => reportRow({ household_key: 'h1', ...atOne })),
      reportRow(lost),
      // Nobody says what kind of address it is: it may be the dwelling that it shares its number with.
      reportRow({ ...lost, address_kind: 'unknown' }),
      reportRow({ ...lost, household_role: 'location' }),
      reportRow({ household_key: 'h2', check_key: 'p2' }),
    ]);
    // h1 three times and two rows without a key at the same place; h2 once. Matched 3, missed 2.
    expect((await reportOf(load)).missedMatches).toEqual({ withSecondKey: 6, matched: 3, missed: 2, rate: 0.4 });
  });

  it('of counts says what counts can say', async () => {
    const load = await deliver(lab, { by: 'pim', dataset: 'tellingen', rows: [countRow()], covers: FIVE_MONTHS });
    await measure(load);
    const view = await lab.quality.findReport(await lab.as('pim'), load.id);
    expect(view!.report).toMatchObject({ reports: 12, late: null, keys: null, missedMatches: null });
  });

  it('is accepted by its steward, once, with a remark that tells of nobody', async () => {
    const load = await send([reportRow()]);
    const sanne = await lab.as('sanne');
    await expect(lab.quality.accept(await lab.as('fatma'), load.id, null)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(lab.quality.accept(await lab.as('pim'), load.id, null)).rejects.toMatchObject({ kind: 'NotFound' });
    await expect(lab.quality.accept(sanne, load.id, 'bel 06-12345678')).rejects.toMatchObject({
      code: 'text.tells-of-a-person',
    });
    const accepted = await lab.quality.accept(sanne, load.id, ' gezien ');
    expect(accepted).toMatchObject({ acceptedBy: 'sanne', remark: 'gezien', acceptedAt: lab.clock.now() });
    await expect(lab.quality.accept(sanne, load.id, null)).rejects.toMatchObject({ code: 'quality.accepted-already' });
    // Work that is done twice leaves the acceptance.
    await measure(load);
    expect((await lab.quality.findReport(sanne, load.id))!.acceptedAt).not.toBeNull();
  });

  it('reaches the lab in bands, of the newest load that counts, and nobody of another lab', async () => {
    const first = await send(reportRows(60, { registered_on: '2024-01-16' }));
    const second = await send(
      reportRows(10),
      [{ from: '2024-05-01', to: '2024-05-31' }].map(({ to }) => ({ from: '2024-01-01', to })),
    );
    const seen = async (name: 'petra' | 'greta') =>
      lab.quality.listSummaries(await lab.as(name), lab.ids.lab('overlast'));
    expect(await seen('petra')).toMatchObject([{ loadId: second.id, summary: { late: 'unknown', keys: 'unknown' } }]);
    await lab.loads.withdraw(await lab.as('sanne'), second.id, 'verkeerd');
    expect(await seen('petra')).toMatchObject([
      {
        loadId: first.id,
        acceptedAt: null,
        summary: { median: 'within_week', late: 'under_1', keys: 'over_90', missedMatches: 'unknown' },
      },
    ]);
    await expect(seen('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    const petra = await lab.as('petra');
    await expect(lab.quality.findReport(petra, first.id)).rejects.toMatchObject({ kind: 'NotFound' });
  });
});
