import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';

describeWithDatabase('closing a lab', () => {
  let lab: TestLab;
  beforeAll(async () => {
    lab = await TestLab.open();
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(8) });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: reportRows(5) });
    await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(4) });
    await lab.builder.execute({ labId: overlast(), actorId: lab.ids.person('marit'), requestId: 'picture' });
    await lab.database.look(`update lab set template = 'filth' where id = $1`, [overlast()]);
    // Privacy officers where the test installation has none.
    for (const [who, organisation] of [
      ['petra', 'politie'],
      ['wilma', 'wijkteam'],
    ] as const)
      await lab.database.look(
        `insert into membership (lab_id, person_id, organisation_id, role) values ($1, $2, $3, 'privacy_officer')`,
        [overlast(), lab.ids.person(who), lab.ids.organisation(organisation)],
      );
  });
  afterAll(() => lab.close());
  const overlast = () => lab.ids.lab('overlast');
  const consent = async (by: PersonName) => lab.closing.consent(await lab.as(by), overlast());
  const close = async () => lab.closing.close(await lab.as('marit'), overlast());
  const work = () => ({ labId: overlast(), actorId: lab.ids.person('marit'), requestId: 'close' });
  const count = async (sql: string): Promise<number> =>
    (await lab.database.look<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]!.n;

  it('is asked by the coordinator, and answered by the privacy officers', async () => {
    await expect(lab.closing.ask(await lab.as('fatma'), overlast(), 'Klaar.')).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await expect(lab.closing.ask(await lab.as('greta'), overlast(), 'Klaar.')).rejects.toMatchObject({
      kind: 'NotFound',
    });
    await expect(consent('fatma')).rejects.toMatchObject({ code: 'lab.wrong-state' });
    await lab.closing.ask(await lab.as('marit'), overlast(), 'De maatregelen lopen.');
    await expect(consent('marit')).rejects.toMatchObject({ code: 'lab.not-yours-to-consent' });
    await consent('fatma');
    await expect(close()).rejects.toMatchObject({ code: 'lab.consent-missing' });
    // Taken back, all of it lapses.
    await lab.closing.withdraw(await lab.as('marit'), overlast(), 'Toch nog niet.');
    const again = await lab.closing.ask(await lab.as('marit'), overlast(), 'Nu echt.');
    expect(again.consents.map(({ answer }) => answer)).toEqual([null, null, null]);
    expect(again.reason).toBe('Nu echt.');
  });

  it('is not done behind an organisation’s back: the database counts as well', async () => {
    const marit = { userId: lab.ids.person('marit') };
    const move = (state: string) =>
      lab.database.query('api', marit, 'update lab set state = $2 where id = $1', [overlast(), state]);
    await expect(move('closing')).rejects.toThrow('every organisation consented');
    await expect(move('closed')).rejects.toThrow('does not go from to_close to closed');
  });

  it('keeps what the lab taught for the next one of its kind', async () => {
    await lab.closing.addLesson(await lab.as('marit'), overlast(), 'Begin met één soort melding.');
    const { templates } = await lab.founding.options(await lab.as('greta'));
    expect(templates.find(({ key }) => key === 'filth')!.lessons.map(({ text }) => text)).toEqual([
      'Begin met één soort melding.',
    ]);
  });

  describe('once everybody consented', () => {
    beforeAll(async () => {
      for (const by of ['fatma', 'petra', 'wilma'] as const) await consent(by);
      expect((await close()).state).toBe('closing');
    });

    it('lets nothing be changed any more, by either wall', async () => {
      await expect(deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(2) })).rejects.toMatchObject({
        kind: expect.stringMatching(/Forbidden|NotFound|InvalidState/),
      });
      const marit = await lab.as('marit');
      await expect(lab.steps.submit(marit, overlast(), 'factual_picture')).rejects.toMatchObject({ kind: 'Forbidden' });
      await expect(lab.closing.withdraw(marit, overlast(), 'Toch niet.')).rejects.toMatchObject({ kind: 'Forbidden' });
      const sanne = { userId: lab.ids.person('sanne') };
      const mapped = await lab.database.query(
        'api',
        sanne,
        `update dataset set mapping = null where lab_id = $1 returning 1`,
        [overlast()],
      );
      expect((mapped as unknown as [unknown[], number])[1]).toBe(0);
      await expect(
        lab.database.query(
          'api',
          { userId: lab.ids.person('marit') },
          `insert into lab_schedule (lab_id, rhythm, next_due, set_by) values ($1, 'monthly', now(), $2)`,
          [overlast(), lab.ids.person('marit')],
        ),
      ).rejects.toThrow('row-level security');
      // Nobody's other lab suffers.
      await expect(deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(3) })).resolves.toBeDefined();
    });

    it('deletes records, exact figures, snapshots and keys with a proof of each, and does it once', async () => {
      const rows = await count(`report where lab_id = '${overlast()}'`);
      expect(rows).toBe(13);
      await lab.closer.execute(work());
      await lab.closer.execute(work());
      for (const left of ['report', 'load_difference', 'quality_report', `cell`])
        expect([
          left,
          await count(`${left} where lab_id = '${overlast()}'${left === 'cell' ? ` and tier = 'own'` : ''}`),
        ]).toEqual([left, 0]);
      expect(await count(`snapshot where lab_id = '${overlast()}' and destroyed_at is null`)).toBe(0);
      const proofs = await lab.database.look<{ kind: string; counts: { rows?: number }; digest: string | null }>(
        `select object_kind as kind, counts, digest from deletion_proof where lab_id = $1 and reason = 'closed'`,
        [overlast()],
      );
      const ofRows = proofs.filter(({ kind }) => kind === 'rows');
      expect(ofRows.reduce((sum, { counts }) => sum + counts.rows!, 0)).toBe(13);
      expect(ofRows.every(({ digest }) => /^[0-9a-f]{64}$/.test(digest ?? ''))).toBe(true);
      expect(proofs.filter(({ kind }) => kind === 'snapshot')).toHaveLength(1);
      // The other lab keeps all it has.
      expect(await count(`report where lab_id = '${lab.ids.lab('rust')}'`)).toBeGreaterThan(0);
    });

    it('is read still, with what was protected, who consented and what was done', async () => {
      const view = await lab.labs.getView(await lab.as('joris'), overlast());
      expect(view.state).toBe('closed');
      expect(
        (await lab.closing.standing(await lab.as('petra'), overlast())).consents.map(({ answer }) => answer),
      ).toEqual(['consent', 'consent', 'consent']);
      expect(await count(`cell where lab_id = '${overlast()}' and tier = 'lab'`)).toBeGreaterThan(0);
      const done = await lab.database.look<{ action: string }>(
        `select action from audit_event where lab_id = $1 and action like 'lab.%' order by recorded_at`,
        [overlast()],
      );
      expect(done.map(({ action }) => action)).toEqual(expect.arrayContaining(['lab.ask', 'lab.close', 'lab.finish']));
    });
  });
});
