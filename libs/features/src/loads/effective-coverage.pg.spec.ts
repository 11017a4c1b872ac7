import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countPlacedRows, listEffectiveLoads, type LoadEntity } from '@datalab/data';
import type { CoveredRange } from '@datalab/domain';
import { checkLoad, countRow, deliver, describeWithDatabase, reportRows, TestLab, uploadLoad } from '@datalab/testing';

const JANUARY = { from: '2024-01-01', to: '2024-01-31' };
const FEBRUARY = { from: '2024-02-01', to: '2024-02-29' };
const MARCH = { from: '2024-03-01', to: '2024-03-31' };
const QUARTER = { from: '2024-01-01', to: '2024-03-31' };

const inMonth = (month: 1 | 2 | 3, n: number) => reportRows(n, { occurred_on: `2024-0${month}-10` });

/** A load is the whole truth for the days that it covers, until a newer one covers them. */
describeWithDatabase('what a lab’s loads say together', () => {
  let lab: TestLab;
  beforeEach(async () => {
    lab = await TestLab.open();
  });
  afterEach(() => lab.close());

  const send = (covers: CoveredRange[], rows: ReturnType<typeof reportRows>): Promise<LoadEntity> =>
    deliver(lab, { by: 'sanne', dataset: 'meldingen', rows, covers });
  /** Per load of the gemeente the days that it still speaks for. */
  const effective = async (): Promise<[string, CoveredRange[]][]> => {
    const worker = await lab.database.as('worker');
    const labId = lab.ids.lab('overlast');
    const loads = await worker.inTransaction({ labId }, (tx) => listEffectiveLoads(tx, labId));
    return loads
      .filter(({ datasetId }) => datasetId === lab.ids.dataset('meldingen'))
      .map(({ loadId, covers }) => [loadId, covers]);
  };
  const build = () => lab.buildPicture();
  /** The gemeente's own figures of the whole city per month: a number, 0, or how it was not delivered. */
  const months = async (): Promise<Record<string, number | string>> => {
    await build();
    const trend = await lab.pictures.getTrend(await lab.as('sanne'), {
      labId: lab.ids.lab('overlast'),
      view: 'mirror',
      datasetId: lab.ids.dataset('meldingen'),
      areaCode: 'G',
      category: 'all',
      grain: 'month',
    });
    return Object.fromEntries(
      trend.points.map(({ period, delivered, cell }) => [
        period,
        delivered === 'full' ? (cell?.reports ?? 0) : `${delivered} ${cell?.reports ?? 0}`,
      ]),
    );
  };

  it('keeps counts of one dataset on one level and one length of period, also from load to load', async () => {
    const count = (month: CoveredRange, row: object) =>
      deliver(lab, { by: 'pim', dataset: 'tellingen', rows: [countRow(row)], covers: [month] });
    expect((await count(JANUARY, { period: '2024-01' })).state).toBe('accepted');
    const higher = await count(FEBRUARY, { period: '2024-02', area_code: 'W2' });
    expect(higher.issues).toMatchObject([{ code: 'area.mixed-levels', firstRows: [1] }]);
    const longer = await count(QUARTER, { period: '2024-Q1' });
    expect(longer.issues).toMatchObject([{ code: 'period.mixed-grains', firstRows: [1] }]);
    expect((await count(FEBRUARY, { period: '2024-02' })).state).toBe('accepted');
  });

  describe('a count of a whole year', () => {
    const YEAR = { from: '2023-01-01', to: '2023-12-31' };
    const HALF = { from: '2023-07-01', to: '2023-12-31' };
    const count = (covers: CoveredRange[], ...periods: string[]) =>
      deliver(lab, { by: 'pim', dataset: 'tellingen', rows: periods.map((period) => countRow({ period })), covers });

    it('is not cut by a newer load: that is refused and says which year; covering it whole is well', async () => {
      const years = { from: '2022-01-01', to: '2023-12-31' };
      expect(await count([years], '2022', '2023')).toMatchObject({ state: 'accepted' });
      const cut = await count([HALF, { from: '2024-01-01', to: '2024-05-31' }], '2024');
      expect(cut.state).toBe('refused');
      expect(cut.issues.filter(({ code }) => code === 'coverage.cuts')).toMatchObject([
        { code: 'coverage.cuts', column: 'period 2023', count: 1 },
      ]);
      expect(await count([YEAR], '2023')).toMatchObject({ state: 'accepted' });
      // The first still counts 2022, and would count 2023 again were the second withdrawn: neither year may be cut.
      const across = await count([{ from: '2022-06-01', to: '2023-12-31' }], '2023');
      expect(across.issues).toMatchObject([{ code: 'coverage.cuts', column: 'period 2022' }]);
    });

    it('is not cut either by a newer load that was accepted first', async () => {
      const older = await uploadLoad(lab, {
        by: 'pim',
        dataset: 'tellingen',
        rows: [countRow({ period: '2023' })],
        covers: [YEAR],
      });
      const newer = { from: '2023-01-01', to: '2023-01-31' };
      expect(await count([newer], '2023-01')).toMatchObject({ state: 'accepted' });
      const late = await checkLoad(lab, older);
      expect(late.issues.map(({ code }) => code)).toContain('coverage.cuts');
    });
  });

  describe('the same file twice', () => {
    it('changes nothing: no row is added, no picture asked for, and no file left', async () => {
      const rows = inMonth(1, 8);
      const first = await send([JANUARY], rows);
      const again = await send([JANUARY], rows);
      expect(again).toMatchObject({ state: 'accepted', unchanged: true, revision: first.revision + 1 });
      expect(existsSync(lab.uploads.fileOf(again.id))).toBe(false);
      const stored = await lab.database.look('select load_id, count(*)::int as n from report group by 1');
      expect(stored).toEqual([{ load_id: first.id, n: 8 }]);
      expect(await lab.database.look(`select 1 from outbox where job = 'factual-picture'`)).toHaveLength(1);
      expect(await effective()).toEqual([[first.id, [JANUARY]]]);
    });

    it('is withdrawn with the load that holds its rows, and not with another', async () => {
      const rows = inMonth(1, 8);
      const first = await send([JANUARY], rows);
      const again = await send([JANUARY], rows);
      const february = inMonth(2, 7);
      const other = await send([FEBRUARY], february);
      const otherAgain = await send([FEBRUARY], february);
      expect(otherAgain.unchanged).toBe(true);
      const sanne = await lab.as('sanne');
      await lab.loads.withdraw(sanne, first.id, 'verkeerde export');
      expect(await lab.loads.get(sanne, again.id)).toMatchObject({
        state: 'withdrawn',
        withdrawnReason: 'verkeerde export',
      });
      for (const { id } of [other, otherAgain])
        expect(await lab.loads.get(sanne, id)).toMatchObject({ state: 'accepted' });
      expect(await send([JANUARY], rows)).toMatchObject({ state: 'accepted', unchanged: false });
    });

    it('keeps its claim where the load that it repeats is still there', async () => {
      const rows = inMonth(1, 8);
      const first = await send([JANUARY], rows);
      const repeat = await send([JANUARY], rows);
      await send([JANUARY], inMonth(1, 9));
      const back = await send([JANUARY], rows);
      const repeatOfBack = await send([JANUARY], rows);
      expect([first, repeat, back, repeatOfBack].map(({ unchanged }) => unchanged)).toEqual([false, true, false, true]);
      const sanne = await lab.as('sanne');
      await lab.loads.withdraw(sanne, back.id, 'toch niet');
      expect(await lab.loads.get(sanne, repeat.id)).toMatchObject({ state: 'accepted' });
      expect(await lab.loads.get(sanne, repeatOfBack.id)).toMatchObject({ state: 'withdrawn' });
    });

    it('is another truth when it speaks for other days', async () => {
      const rows = inMonth(1, 8);
      const first = await send([JANUARY], rows);
      const wider = await send([QUARTER], rows);
      expect(wider.unchanged).toBe(false);
      expect(await effective()).toEqual([[wider.id, [QUARTER]]]);
      expect(await months()).toEqual({ '2024-01': 8, '2024-02': 0, '2024-03': 0 });
      expect(first.state).toBe('accepted');
    });

    it('is the truth again after something else was said in between', async () => {
      const rows = inMonth(1, 8);
      await send([JANUARY], rows);
      await send([JANUARY], inMonth(1, 9));
      const back = await send([JANUARY], rows);
      expect(back.unchanged).toBe(false);
      expect(await months()).toEqual({ '2024-01': 8 });
    });

    it('of another organisation is its own: what one says never makes the other’s unchanged', async () => {
      const rows = inMonth(1, 8);
      await send([JANUARY], rows);
      const theirs = await deliver(lab, { by: 'pim', dataset: 'incidenten', rows, covers: [JANUARY] });
      expect(theirs).toMatchObject({ state: 'accepted', unchanged: false, rowsProcessed: 8 });
    });
  });

  describe('a newer load', () => {
    it('takes the place of the days that it covers and leaves the older one the rest', async () => {
      const old = await send([QUARTER], [...inMonth(1, 6), ...inMonth(2, 7), ...inMonth(3, 8)]);
      const newer = await send([FEBRUARY], inMonth(2, 20));
      expect(await effective()).toEqual([
        [old.id, [JANUARY, MARCH]],
        [newer.id, [FEBRUARY]],
      ]);
      expect(await months()).toEqual({ '2024-01': 6, '2024-02': 20, '2024-03': 8 });
    });

    it('says zero where it covers and holds no row', async () => {
      await send([QUARTER], [...inMonth(1, 6), ...inMonth(2, 7), ...inMonth(3, 8)]);
      await send([JANUARY, FEBRUARY], inMonth(1, 5));
      expect(await months()).toEqual({ '2024-01': 5, '2024-02': 0, '2024-03': 8 });
    });

    it('that is refused takes nothing’s place', async () => {
      const old = await send([JANUARY], inMonth(1, 6));
      const [row] = inMonth(1, 1);
      expect(await send([JANUARY], [row!, row!])).toMatchObject({ state: 'refused' });
      expect(await effective()).toEqual([[old.id, [JANUARY]]]);
    });

    it('that is withdrawn gives the older one its days back', async () => {
      const old = await send([QUARTER], [...inMonth(1, 6), ...inMonth(2, 7)]);
      const newer = await send([FEBRUARY, MARCH], inMonth(2, 20));
      expect(await months()).toEqual({ '2024-01': 6, '2024-02': 20, '2024-03': 0 });
      await lab.loads.withdraw(await lab.as('sanne'), newer.id, 'verkeerde export');
      expect(await effective()).toEqual([[old.id, [QUARTER]]]);
      expect(await months()).toEqual({ '2024-01': 6, '2024-02': 7, '2024-03': 0 });
    });
  });

  describe('a load that is withdrawn', () => {
    it('leaves a gap where nothing else speaks, asks for a new picture, and can be sent again', async () => {
      const rows = inMonth(2, 7);
      await send([JANUARY], inMonth(1, 6));
      const gone = await send([FEBRUARY], rows);
      await send([MARCH], inMonth(3, 8));
      const asked = await lab.database.look(`select 1 from outbox where job = 'factual-picture'`);
      const withdrawn = await lab.loads.withdraw(await lab.as('sanne'), gone.id, 'verkeerde export');
      expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnReason: 'verkeerde export' });
      expect(await lab.database.look(`select 1 from outbox where job = 'factual-picture'`)).toHaveLength(
        asked.length + 1,
      );
      expect(await months()).toEqual({ '2024-01': 6, '2024-02': 'none 0', '2024-03': 8 });
      expect(await send([FEBRUARY], rows)).toMatchObject({ state: 'accepted', unchanged: false });
      expect(await months()).toEqual({ '2024-01': 6, '2024-02': 7, '2024-03': 8 });
    });

    it('is withdrawn by its own steward alone', async () => {
      const load = await send([JANUARY], inMonth(1, 6));
      const by = (name: 'fatma' | 'joris' | 'pim' | 'greta') =>
        lab.as(name).then((ctx) => lab.loads.withdraw(ctx, load.id, 'hoort hier niet'));
      await expect(by('fatma')).rejects.toMatchObject({ kind: 'Forbidden' });
      for (const name of ['joris', 'pim', 'greta'] as const)
        await expect(by(name)).rejects.toMatchObject({ kind: 'NotFound' });
      expect(await lab.loads.get(await lab.as('sanne'), load.id)).toMatchObject({ state: 'accepted' });
    });

    it('waits for its verdict first, once it was uploaded; and what was uploaded is asked to be checked once', async () => {
      const sanne = await lab.as('sanne');
      const load = await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: inMonth(1, 6) });
      await expect(lab.loads.withdraw(sanne, load.id, 'toch niet')).rejects.toMatchObject({ kind: 'InvalidState' });
      await expect(lab.loads.getReceiving(sanne, load.id)).rejects.toMatchObject({ code: 'load.not-receiving' });
      expect(await lab.loads.finishUpload(sanne, load.id, 1)).toMatchObject({ state: 'received' });
      expect(await lab.database.look(`select 1 from outbox where job = 'ingest'`)).toHaveLength(1);
      expect(await checkLoad(lab, load)).toMatchObject({ state: 'accepted' });
    });
  });

  it('a gap, a part and a zero are three things', async () => {
    await send([{ from: '2024-01-01', to: '2024-01-20' }, MARCH], inMonth(1, 6));
    expect(await months()).toEqual({ '2024-01': 'partial 6', '2024-02': 'none 0', '2024-03': 0 });
  });

  it('counts are placed by what they count, records one by one, and the keys they should have are counted', async () => {
    const keyless = reportRows(1, { household_key: undefined });
    await send([JANUARY], [...inMonth(1, 3), ...keyless, ...reportRows(2, { household_role: 'location' })]);
    const rows = [
      countRow({ count: 40 }),
      countRow({ count: 2, placement: 'outside_region', area_code: undefined }),
      countRow({ count: 3, category: 'out_of_scope' }),
    ];
    await deliver(lab, { by: 'pim', dataset: 'tellingen', rows, covers: [JANUARY] });
    const worker = await lab.database.as('worker');
    const labId = lab.ids.lab('overlast');
    const placed = await worker.inTransaction({ labId }, (tx) => countPlacedRows(tx, labId));
    const none = { inRegion: 0, outsideRegion: 0, noArea: 0, outOfScope: 0, needKey: 0, haveKey: 0 };
    expect(placed.find(({ datasetId }) => datasetId === lab.ids.dataset('meldingen'))).toMatchObject({
      ...none,
      inRegion: 6,
      needKey: 4,
      haveKey: 3,
    });
    expect(placed.find(({ datasetId }) => datasetId === lab.ids.dataset('tellingen'))).toMatchObject({
      ...none,
      inRegion: 40,
      outsideRegion: 2,
      outOfScope: 3,
    });
  });

  it('nothing is opened for another’s dataset, for days to come, or by who is no steward', async () => {
    const open = (by: 'sanne' | 'joris' | 'greta', dataset: 'meldingen' | 'incidenten', covers: CoveredRange[]) =>
      deliver(lab, { by, dataset, rows: inMonth(1, 1), covers });
    await expect(open('sanne', 'incidenten', [JANUARY])).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(open('joris', 'meldingen', [JANUARY])).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(open('greta', 'meldingen', [JANUARY])).rejects.toMatchObject({ kind: 'NotFound' });
    const tomorrow = [{ from: '2024-06-01', to: '2024-06-03' }];
    await expect(open('sanne', 'meldingen', tomorrow)).rejects.toMatchObject({ code: 'coverage.future' });
    expect(await lab.database.look('select 1 from load')).toEqual([]);
  });
});
