import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab } from '@datalab/testing';
import { QualityBuilderService } from './quality/quality-builder.service.js';

describeWithDatabase('work whose actor has left', () => {
  let lab: TestLab;
  beforeEach(async () => {
    lab = await TestLab.open();
  });
  afterEach(() => lab.close());

  const leave = () =>
    lab.database.look('update membership set ended_at = now() where person_id = $1', [lab.ids.person('sanne')]);
  const work = () => ({ labId: lab.ids.lab('overlast'), actorId: lab.ids.person('sanne'), requestId: 'left' });
  const told = (action: string) =>
    lab.database.look(`select detail ->> 'actor' as actor from audit_event where action = $1 and request_id = 'left'`, [
      action,
    ]);

  it('is done where an accepted load asks for it, and the audit log says that they had left', async () => {
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) });
    await leave();
    const quality = new QualityBuilderService(await lab.database.as('worker'), lab.clock);
    await quality.execute(work(), load.id);
    await lab.builder.execute(work());
    expect(await told('quality.report')).toEqual([{ actor: 'left' }]);
    expect(await told('picture.build')).toEqual([{ actor: 'left' }]);
  });

  it('is refused where nothing that counts asks for it', async () => {
    const load = await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) });
    await lab.builder.execute({ ...work(), requestId: 'before' });
    await leave();
    await expect(lab.builder.execute(work())).rejects.toMatchObject({ code: 'work.actor-left' });
    await lab.database.look(`update load set state = 'withdrawn' where id = $1`, [load.id]);
    const quality = new QualityBuilderService(await lab.database.as('worker'), lab.clock);
    await expect(quality.execute(work(), load.id)).rejects.toMatchObject({ code: 'work.actor-left' });
    expect(await told('quality.report')).toEqual([]);
  });
});
