import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkLoad,
  clearRow,
  countRow,
  deliver,
  describeWithDatabase,
  linesOf,
  reportRow,
  reportRows,
  sealedText,
  TestLab,
  uploadLoad,
  type Delivery,
} from '@datalab/testing';

describeWithDatabase('a load that is checked', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
  });
  afterAll(() => lab.close());

  const rowsOf = async (loadId: string): Promise<number> => {
    const rows = await lab.database.look<{ n: number }>(
      `select ((select count(*) from report where load_id = $1) + (select count(*) from report_count where load_id = $1))::int as n`,
      [loadId],
    );
    return rows[0]!.n;
  };
  const picturesAsked = async (): Promise<number> =>
    (await lab.database.look(`select 1 from outbox where job = 'factual-picture'`)).length;
  const work = (by: 'sanne' | 'pim') => ({
    labId: lab.ids.lab('overlast'),
    actorId: lab.ids.person(by),
    requestId: 'ingest',
  });

  it('is accepted whole, asks for a new picture, and is seen by its own organisation alone', async () => {
    const before = await picturesAsked();
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(12) });
    expect(load).toMatchObject({ state: 'accepted', issues: [], unchanged: false, rowsProcessed: 12 });
    expect(load.totals).toEqual(load.declaredTotals);
    expect(await picturesAsked()).toBe(before + 1);
    expect(existsSync(lab.uploads.fileOf(load.id))).toBe(false);

    const seenBy = async (name: 'sanne' | 'pim') => {
      const ctx = await lab.as(name);
      const context = { userId: ctx.actor.personId, organisationId: ctx.actor.organisationId };
      const rows = await lab.database.query('api', context, 'select 1 from report where load_id = $1', [load.id]);
      const found = await lab.loads.get(ctx, load.id).catch((error: { kind: string }) => error);
      return { rows: rows.length, load: 'state' in found ? found.state : found.kind };
    };
    expect(await seenBy('sanne')).toEqual({ rows: 12, load: 'accepted' });
    expect(await seenBy('pim')).toEqual({ rows: 0, load: 'NotFound' });
  });

  it('may hold rows outside the region, without an area and out of scope: they are counted', async () => {
    const rows = [
      reportRow(),
      reportRow({ placement: 'outside_region', area_code: undefined }),
      reportRow({ placement: 'no_area', area_code: undefined }),
      reportRow({ category: 'out_of_scope' }),
    ];
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows });
    expect(load.state).toBe('accepted');
    expect(load.totals).toEqual({ rows: 4, inRegion: 2, outsideRegion: 1, noArea: 1, outOfScope: 1, skipped: 0 });
    expect(await rowsOf(load.id)).toBe(4);
  });

  describe('and is not right', () => {
    const good = reportRows(5);
    const twice = reportRow();
    const secret = 'Jan Jansen, Dorpsstraat 1';
    const broken = JSON.stringify({ ...clearRow(reportRow()), source_category: `${secret}\u0007` });
    const cases: [string, Delivery, { code: string; column: string; firstRows?: number[] }[]][] = [
      [
        'holds one record twice',
        { by: 'sanne', dataset: 'meldingen', rows: [...good, twice, twice] },
        [{ code: 'record.duplicate', column: 'record_hash' }],
      ],
      [
        'holds a bad value in its middle',
        {
          by: 'sanne',
          dataset: 'meldingen',
          rows: [...good, reportRow(), ...reportRows(5)],
          text: `${linesOf(good)}${broken}\n${linesOf(reportRows(5))}`,
          declared: { inRegion: 10 },
        },
        [{ code: 'value.control-character', column: 'source_category', firstRows: [6] }],
      ],
      [
        'holds a line that is no row at all',
        { by: 'sanne', dataset: 'meldingen', rows: good, text: `${linesOf(good.slice(1))}{"half` },
        [
          { code: 'line.not-json', column: '(regel)', firstRows: [5] },
          { code: 'totals.differ', column: 'inRegion' },
        ],
      ],
      [
        'holds another number of rows than was confirmed',
        { by: 'sanne', dataset: 'meldingen', rows: good, declared: { rows: 6, outOfScope: 1 } },
        [
          { code: 'totals.differ', column: 'rows' },
          { code: 'totals.differ', column: 'outOfScope' },
        ],
      ],
      [
        'holds something else than was announced',
        { by: 'sanne', dataset: 'meldingen', rows: good, declared: { contentSha256: 'e'.repeat(64) } },
        [{ code: 'load.content-differs', column: '(bestand)' }],
      ],
      [
        'holds a day that it does not cover',
        {
          by: 'sanne',
          dataset: 'meldingen',
          rows: [...good, reportRow({ occurred_on: '2024-03-01' })],
          covers: [
            { from: '2024-01-01', to: '2024-02-29' },
            { from: '2024-03-02', to: '2024-03-31' },
          ],
        },
        [{ code: 'coverage.outside', column: 'occurred_on', firstRows: [6] }],
      ],
      [
        'holds a day that has not come yet',
        { by: 'sanne', dataset: 'meldingen', rows: [reportRow({ occurred_on: '2024-06-03' })] },
        [
          { code: 'date.future', column: 'occurred_on', firstRows: [1] },
          { code: 'totals.differ', column: 'inRegion' },
        ],
      ],
      [
        'holds an area of another region',
        { by: 'sanne', dataset: 'meldingen', rows: [reportRow({ area_code: 'B99' })] },
        [
          { code: 'area.unknown', column: 'area_code' },
          { code: 'totals.differ', column: 'inRegion' },
        ],
      ],
      ['is empty', { by: 'sanne', dataset: 'meldingen', rows: [] }, [{ code: 'load.empty', column: '(bestand)' }]],
      [
        'counts on two levels of areas',
        { by: 'pim', dataset: 'tellingen', rows: [countRow(), countRow({ area_code: 'W2' })] },
        [{ code: 'area.mixed-levels', column: 'area_code', firstRows: [2] }],
      ],
      [
        'counts over months and quarters',
        { by: 'pim', dataset: 'tellingen', rows: [countRow(), countRow({ period: '2024-Q1' })] },
        [{ code: 'period.mixed-grains', column: 'period', firstRows: [2] }],
      ],
      [
        'counts over a period that it covers half of',
        { by: 'pim', dataset: 'tellingen', rows: [countRow({ period: '2024-Q2' })] },
        [{ code: 'coverage.outside', column: 'period' }],
      ],
    ];

    it.each(cases)('because it %s: nothing of it is kept, and no picture is asked for', async (_, delivery, issues) => {
      const before = await picturesAsked();
      const load = await deliver(lab, delivery);
      expect(load.state).toBe('refused');
      expect(load.issues).toMatchObject(issues);
      expect(load.issues).toHaveLength(issues.length);
      expect(JSON.stringify(load.issues)).not.toContain(secret);
      expect(await rowsOf(load.id)).toBe(0);
      expect(await picturesAsked()).toBe(before);
      expect(existsSync(lab.uploads.fileOf(load.id))).toBe(false);
    });
  });

  it('is refused when who sent it is no steward any more, and the file goes too', async () => {
    const load = await uploadLoad(lab, { by: 'pim', dataset: 'incidenten', rows: reportRows(5) });
    const pim = [lab.ids.person('pim')];
    await lab.database.look('update membership set ended_at = now() where person_id = $1', pim);
    const checked = await checkLoad(lab, load);
    await lab.database.look('update membership set ended_at = null where person_id = $1', pim);
    expect(checked).toMatchObject({ state: 'refused', issues: [{ code: 'load.actor-left' }] });
    expect(await rowsOf(load.id)).toBe(0);
    expect(existsSync(lab.uploads.fileOf(load.id))).toBe(false);
  });

  it('is not found by work for another lab', async () => {
    const load = await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(1) });
    const elsewhere = { labId: lab.ids.lab('rust'), actorId: lab.ids.person('greta'), requestId: 'r' };
    await expect(lab.ingest.execute(elsewhere, load.id)).rejects.toMatchObject({ kind: 'NotFound' });
    expect(await checkLoad(lab, load)).toMatchObject({ state: 'accepted' });
  });

  describe('by a worker that does not get to the end', () => {
    it('is checked again from the file', async () => {
      const rows = reportRows(7);
      const load = await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows });
      const file = lab.uploads.fileOf(load.id);
      await rm(file);
      await expect(lab.ingest.execute(work('sanne'), load.id)).rejects.toMatchObject({ code: 'ENOENT' });
      expect(await lab.loads.get(await lab.as('sanne'), load.id)).toMatchObject({ state: 'checking' });
      expect(await rowsOf(load.id)).toBe(0);
      await writeFile(file, sealedText(lab.ids.dataset('meldingen'), rows));
      expect(await checkLoad(lab, load)).toMatchObject({ state: 'accepted', rowsProcessed: 7 });
      expect(await rowsOf(load.id)).toBe(7);
    });

    it('is refused when no later try gets there either, for somebody waits for it', async () => {
      const load = await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(3) });
      await lab.ingest.giveUp(work('sanne'), load.id);
      expect(await lab.loads.get(await lab.as('sanne'), load.id)).toMatchObject({
        state: 'refused',
        issues: [{ code: 'load.not-checked' }],
      });
      expect([await rowsOf(load.id), existsSync(lab.uploads.fileOf(load.id))]).toEqual([0, false]);
      const accepted = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(3) });
      await lab.ingest.giveUp(work('sanne'), accepted.id);
      expect(await lab.loads.get(await lab.as('sanne'), accepted.id)).toMatchObject({ state: 'accepted' });
    });

    it('leaves no file behind when it stopped after the verdict', async () => {
      const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(2) });
      await writeFile(lab.uploads.fileOf(load.id), 'as it was before the worker stopped');
      await checkLoad(lab, load);
      expect(existsSync(lab.uploads.fileOf(load.id))).toBe(false);
    });

    it('and by another that took over too early, is accepted once', async () => {
      const load = await uploadLoad(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(2_000) });
      const before = await picturesAsked();
      const outcomes = await Promise.allSettled([
        lab.ingest.execute(work('sanne'), load.id),
        lab.ingest.execute(work('sanne'), load.id),
      ]);
      expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
      const decided = await lab.loads.get(await lab.as('sanne'), load.id);
      expect(decided).toMatchObject({ state: 'accepted', issues: [], rowsProcessed: 2_000 });
      expect(await rowsOf(load.id)).toBe(2_000);
      expect(await picturesAsked()).toBe(before + 1);
      const verdicts = await lab.database.look(
        `select action from audit_event where object_id = $1 and action in ('load.accepted', 'load.refused')`,
        [load.id],
      );
      expect(verdicts).toEqual([{ action: 'load.accepted' }]);
    });
  });
});
