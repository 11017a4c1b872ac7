import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';
import { firstDayOfNext, LabScheduleService } from './lab-schedule.service.js';
import { PictureRefreshService } from './picture-refresh.service.js';

describeWithDatabase('a lab that keeps measuring', () => {
  let lab: TestLab;
  let schedules: LabScheduleService;
  let refresh: PictureRefreshService;
  beforeAll(async () => {
    lab = await TestLab.open();
    schedules = new LabScheduleService(await lab.database.as('api'));
    refresh = new PictureRefreshService(await lab.database.as('worker'), lab.clock);
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) });
    await lab.builder.execute({ labId: overlast(), actorId: lab.ids.person('marit'), requestId: 'picture' });
    await lab.database.look('update outbox set done_at = now()');
  });
  afterAll(() => lab.close());
  const overlast = () => lab.ids.lab('overlast');
  const asked = async () =>
    (
      await lab.database.look<{ n: number }>(
        `select count(*)::int as n from outbox where job = 'factual-picture' and done_at is null`,
      )
    )[0]!.n;

  it('begins the first day of the next month or quarter', () => {
    const at = (text: string) => new Date(`${text}T10:00:00Z`);
    expect(firstDayOfNext('monthly', at('2024-12-31'))).toBe('2025-01-01');
    expect(firstDayOfNext('quarterly', at('2024-05-10'))).toBe('2024-07-01');
  });

  it('is set by the coordinator, keeps its first picture as the baseline, and is seen by those who take part', async () => {
    await expect(lab.as('joris').then((ctx) => schedules.set(ctx, overlast(), 'monthly'))).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    const set = await schedules.set(await lab.as('marit'), overlast(), 'monthly');
    expect(set).toMatchObject({ rhythm: 'monthly', nextDue: '2024-07-01' });
    expect(set!.baselineSnapshotId).not.toBeNull();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(9) });
    await lab.builder.execute({ labId: overlast(), actorId: lab.ids.person('marit'), requestId: 'again' });
    await lab.database.look('update outbox set done_at = now()');
    const later = await schedules.set(await lab.as('marit'), overlast(), 'quarterly');
    expect(later!.baselineSnapshotId).toBe(set!.baselineSnapshotId);
    expect(await schedules.find(await lab.as('wilma'), overlast())).toMatchObject({ rhythm: 'quarterly' });
    await expect(lab.as('greta').then((ctx) => schedules.find(ctx, overlast()))).rejects.toMatchObject({
      kind: 'NotFound',
    });
  });

  it('asks for a picture when it is due, once, and for no other lab', async () => {
    expect(await refresh.execute(overlast(), 'tick')).toBe(false);
    await lab.database.look(`update lab_schedule set next_due = '2024-06-01'`);
    expect(await refresh.execute(lab.ids.lab('rust'), 'tick')).toBe(false);
    expect([await refresh.execute(overlast(), 'tick'), await refresh.execute(overlast(), 'tick')]).toEqual([
      true,
      false,
    ]);
    expect(await asked()).toBe(1);
    expect((await schedules.find(await lab.as('marit'), overlast()))!.nextDue).toBe('2024-09-01');
    await schedules.end(await lab.as('marit'), overlast());
    expect(await schedules.find(await lab.as('marit'), overlast())).toBeNull();
  });
});
