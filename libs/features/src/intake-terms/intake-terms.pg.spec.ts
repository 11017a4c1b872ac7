import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { STANDARD_INTAKE_TERMS } from '@datalab/domain';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';

describeWithDatabase('the intake terms of a lab', () => {
  let lab: TestLab;
  let labId: string;
  beforeEach(async () => {
    lab = await TestLab.open({ unsigned: true });
    labId = lab.ids.lab('overlast');
  });
  afterEach(() => lab.close());
  const delivery = { by: 'sanne', dataset: 'meldingen', rows: reportRows(6) } as const;
  const open = () => deliver(lab, delivery);
  const sign = async (name: PersonName, version = 1) => lab.intakeTerms.sign(await lab.as(name), labId, version);
  const standing = async (name: PersonName = 'marit') =>
    (await lab.intakeTerms.get(await lab.as(name), labId)).organisations.map((one) => one.standing);
  /** As somebody who gets past the rules would write it. */
  const write = (name: PersonName, sql: string, values: unknown[]) =>
    lab.database.query('api', { userId: lab.ids.person(name) }, sql, values);

  it('are asked for before the first upload, by file and report by report, and name who signs', async () => {
    await expect(open()).rejects.toMatchObject({
      kind: 'InvalidState',
      code: 'intake.unsigned',
      message: expect.stringContaining('Gemeente Teststad (fatma)'),
    });
    const submit = { datasetId: lab.ids.dataset('meldingen'), idempotencyKey: 'eerste-keer', rows: [] };
    await expect(lab.as('sanne').then((ctx) => lab.submissions.submit(ctx, submit))).rejects.toMatchObject({
      code: 'intake.unsigned',
    });
    // The police have nobody who could.
    const police = deliver(lab, { ...delivery, by: 'pim', dataset: 'incidenten' });
    await expect(police).rejects.toMatchObject({ message: expect.stringContaining('no privacy officer') });
    await sign('fatma');
    expect(await open()).toMatchObject({ state: 'accepted' });
    // One organisation's signature is not another's.
    await expect(deliver(lab, { ...delivery, by: 'pim', dataset: 'incidenten' })).rejects.toMatchObject({
      code: 'intake.unsigned',
    });
    expect(await standing()).toEqual(['signed', 'unsigned', 'unsigned']);
  });

  it('are signed by the privacy officer alone, and seen by who takes part', async () => {
    for (const name of ['sanne', 'marit', 'pim'] as const)
      await expect(sign(name)).rejects.toMatchObject({ kind: 'Forbidden' });
    await expect(sign('greta')).rejects.toMatchObject({ kind: 'NotFound' });
    await sign('fatma');
    const [gemeente] = (await lab.intakeTerms.get(await lab.as('petra'), labId)).organisations;
    // Who signed is for colleagues; that it was signed, and what, is for the lab.
    expect(gemeente).toMatchObject({
      standing: 'signed',
      signature: { signedBy: null, clauses: STANDARD_INTAKE_TERMS },
    });
    expect((await lab.intakeTerms.get(await lab.as('sanne'), labId)).organisations[0]!.signature!.signedBy).toBe(
      'fatma',
    );
    const events = await lab.database.look(`select action, detail from audit_event where action like 'intake.%'`);
    expect(events).toEqual([{ action: 'intake.sign', detail: { version: 1 } }]);
  });

  it('of a new text must be signed anew; what was delivered stays', async () => {
    await sign('fatma');
    const before = await open();
    const clauses = [{ title: 'Alles', text: 'Wij leveren aan en niemand anders ziet het.' }];
    await expect(lab.as('fatma').then((ctx) => lab.intakeTerms.write(ctx, labId, clauses))).rejects.toMatchObject({
      kind: 'Forbidden',
    });
    await lab.intakeTerms.write(await lab.as('marit'), labId, clauses);
    expect(await standing()).toEqual(['outdated', 'unsigned', 'unsigned']);
    await expect(open()).rejects.toMatchObject({ code: 'intake.outdated' });
    // Who had the old text before them has not read the new one.
    await expect(sign('fatma', 1)).rejects.toMatchObject({ code: 'intake.other-version' });
    await sign('fatma', 2);
    const view = await lab.intakeTerms.get(await lab.as('fatma'), labId);
    expect(view.organisations[0]).toMatchObject({ standing: 'signed', signature: { version: 2, clauses } });
    expect(view.ended).toMatchObject([{ version: 1, endedReason: 'renewed', clauses: STANDARD_INTAKE_TERMS }]);
    expect(await lab.loads.get(await lab.as('sanne'), before.id)).toMatchObject({ state: 'accepted' });
  });

  it('that are taken back stop what is new, and may be signed again', async () => {
    await sign('fatma');
    const withdraw = async (reason: string) => lab.intakeTerms.withdraw(await lab.as('fatma'), labId, reason);
    await expect(withdraw(' ')).rejects.toMatchObject({ code: 'intake.reason-missing' });
    await expect(withdraw('bel 06-12345678')).rejects.toMatchObject({ code: 'text.tells-of-a-person' });
    await withdraw('de verwerking wordt opnieuw beoordeeld');
    await expect(open()).rejects.toMatchObject({ code: 'intake.unsigned' });
    await expect(withdraw('nog eens')).rejects.toMatchObject({ code: 'intake.unsigned' });
    await sign('fatma');
    expect(await standing()).toEqual(['signed', 'unsigned', 'unsigned']);
    // Why it was taken back stays with its organisation.
    const other = await lab.intakeTerms.get(await lab.as('petra'), labId);
    expect(JSON.stringify(other)).not.toContain('opnieuw beoordeeld');
  });

  it("hold in the database as well: no signature but one's own, no load without one", async () => {
    const insert = `insert into intake_signature (lab_id, organisation_id, version, clauses, digest, signed_by, signed_at)
      values ($1, $2, 1, '[]', repeat('a', 64), $3, now())`;
    const values = (name: PersonName, organisation: 'gemeente' | 'politie') => [
      labId,
      lab.ids.organisation(organisation),
      lab.ids.person(name),
    ];
    for (const [name, organisation] of [
      ['sanne', 'gemeente'],
      ['fatma', 'politie'],
    ] as const)
      await expect(write(name, insert, values(name, organisation))).rejects.toThrow('row-level security');
    const load = `insert into load (lab_id, organisation_id, dataset_id, revision, state, covers, declared_totals, content_sha256, created_by)
      values ($1, $2, $3, 1, 'receiving', '{[2024-01-01,2024-02-01)}', '{}', repeat('a', 64), $4)`;
    const of = [labId, lab.ids.organisation('gemeente'), lab.ids.dataset('meldingen'), lab.ids.person('sanne')];
    await expect(write('sanne', load, of)).rejects.toThrow('api_signed');
    await write('fatma', insert, values('fatma', 'gemeente'));
    await write('sanne', load, of);
  });
});
