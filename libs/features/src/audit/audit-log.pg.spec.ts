import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';
import type { AuditFilter, AuditRow } from '@datalab/data';

describeWithDatabase('the audit log as a privacy officer reads it', () => {
  let lab: TestLab;
  let labId: string;

  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    // The police have an officer too, so that each can be held against the other.
    await lab.database.look(
      `insert into membership (lab_id, person_id, organisation_id, role) values ($1, $2, $3, 'privacy_officer')`,
      [labId, lab.ids.person('petra'), lab.ids.organisation('politie')],
    );
    await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(3) });
    await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: reportRows(3) });
    // A deed of the coordinator, so that there is somebody of the own organisation beside the steward.
    const { name, goal, regionId, quorum } = await lab.labs.getView(await lab.as('marit'), labId);
    await lab.settings.change(await lab.as('marit'), labId, { name: `${name}!`, goal, regionId, quorum });
  });
  afterAll(() => lab.close());

  const read = async (
    who: PersonName,
    filter: Partial<AuditFilter> = {},
    page: { first: number; after?: string } = { first: 200 },
  ) => lab.auditLog.list(await lab.as(who), { labId, ...filter }, page);
  const whose = (rows: AuditRow[]) =>
    new Set(rows.map(({ organisationName, dataOrganisationId }) => organisationName ?? dataOrganisationId));

  it('holds what the own people did and what was done with the own data, and nothing of another organisation', async () => {
    const [gemeente, politie] = [lab.ids.organisation('gemeente'), lab.ids.organisation('politie')];
    for (const [who, own, other] of [
      ['fatma', gemeente, politie],
      ['petra', politie, gemeente],
    ] as const) {
      const { items } = await read(who);
      expect(items.some(({ action, organisationId }) => action === 'load.uploaded' && organisationId === own)).toBe(
        true,
      );
      expect(
        items.filter(
          ({ organisationId, dataOrganisationId }) => organisationId === other && dataOrganisationId !== own,
        ),
      ).toEqual([]);
      expect(items.some(({ organisationId }) => organisationId === other)).toBe(false);
    }
    expect(whose((await read('fatma')).items)).not.toContain('Politie');
  });

  it('does not name the people of another organisation, nor let them be chosen', async () => {
    // As if the police's steward had looked at a load of the municipality.
    await lab.database.look(
      `insert into audit_event (actor_id, organisation_id, lab_id, data_organisation_id, action, object_kind, object_id, request_id)
       values ($1, $2, $3::text::uuid, $4, 'load.read', 'load', $3::text, 'r')`,
      [lab.ids.person('pim'), lab.ids.organisation('politie'), labId, lab.ids.organisation('gemeente')],
    );
    const { items } = await read('fatma', { actorId: lab.ids.person('pim') });
    expect(items).toMatchObject([{ action: 'load.read', actorName: null, organisationName: 'Politie' }]);
    const { people, actions, objectKinds } = await lab.auditLog.listChoices(await lab.as('fatma'), labId);
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['sanne', 'marit']));
    expect(people.map(({ name }) => name)).not.toContain('pim');
    expect(actions).toContain('load.uploaded');
    expect(objectKinds).toContain('load');
  });

  it('is for privacy officers of the lab: to others there is no such lab', async () => {
    for (const who of ['sanne', 'joris', 'marit', 'pim', 'wilma', 'greta', 'ada'] as const) {
      await expect(read(who)).rejects.toMatchObject({ kind: 'NotFound' });
      await expect(lab.auditLog.getSealState(await lab.as(who), labId)).rejects.toMatchObject({ kind: 'NotFound' });
    }
    await expect(read('fatma', { labId: lab.ids.lab('rust') })).rejects.toMatchObject({ kind: 'NotFound' });
  });

  it('is not shown to others by the database either', async () => {
    for (const who of ['sanne', 'marit', 'wilma', 'greta'] as const) {
      const seen = await lab.database.query(
        'api',
        { userId: lab.ids.person(who) },
        'select 1 from audit_event limit 1',
      );
      expect([who, seen]).toEqual([who, []]);
    }
  });

  it('is filtered by who, deed, outcome, object and time', async () => {
    const sanne = lab.ids.person('sanne');
    const all = (await read('fatma')).items;
    const some = [
      [{ actorId: sanne }, (row: AuditRow) => row.actorId === sanne],
      [{ action: 'load.uploaded' }, (row: AuditRow) => row.action === 'load.uploaded'],
      [{ outcome: 'done' }, (row: AuditRow) => row.outcome === 'done'],
      [{ outcome: 'refused' }, (row: AuditRow) => row.outcome === 'refused'],
      [{ objectKind: 'load' }, (row: AuditRow) => row.objectKind === 'load'],
      [{ objectKind: 'step', actorId: sanne }, () => false],
      [{ from: new Date('2100-01-01') }, () => false],
      [{ before: new Date('2000-01-01') }, () => false],
    ] as const;
    const ids = (rows: AuditRow[]) => rows.map(({ id }) => id);
    for (const [filter, holds] of some) {
      const left = (await read('fatma', filter)).items.filter(({ action }) => action !== 'audit.read');
      expect([filter, ids(left)]).toEqual([
        filter,
        ids(all.filter((row) => holds(row) && row.action !== 'audit.read')),
      ]);
    }
  });

  it('comes in pages without gap or overlap, while it grows; and a page is bounded', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await read('fatma', {}, { first: 3, after });
      seen.push(...page.items.map(({ id }) => id));
      after = page.nextCursor ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort().reverse()).toEqual(seen);
    expect(seen.length).toBeGreaterThan(10);
    for (const first of [0, 201])
      await expect(read('fatma', {}, { first })).rejects.toMatchObject({ kind: 'InvalidInput' });
  });

  it('tells how far it is sealed, and hands out the head', async () => {
    const fatma = await lab.as('fatma');
    const before = await lab.auditLog.getSealState(fatma, labId);
    expect(before).toMatchObject({ sealed: 0, head: null });
    await expect(lab.auditLog.getHead(fatma, labId)).rejects.toMatchObject({ code: 'audit.no-head' });
    await lab.seal('overlast');
    const after = await lab.auditLog.getSealState(fatma, labId);
    expect(after).toMatchObject({ sealed: before.unsealed, unsealed: 0 });
    expect(await lab.auditLog.getHead(fatma, labId)).toMatchObject({ chainId: labId, seq: after.sealed });
    expect((await read('fatma', { action: 'load.uploaded' })).items[0]!.seq).toBeGreaterThan(0);
  });

  it('puts reading and taking along on record', async () => {
    const fatma = await lab.as('fatma');
    for await (const piece of lab.auditLog.exportLogboek(fatma, { labId, action: 'load.uploaded' }))
      expect(
        piece
          .trim()
          .split('\n')
          .map((line) => (JSON.parse(line) as { operation_name: string }).operation_name),
      ).toEqual(['load.uploaded']);
    const { items } = await read('fatma', { actorId: fatma.actor.personId });
    expect(new Set(items.map(({ action }) => action))).toEqual(
      new Set(['audit.read', 'audit.export', 'audit.export-head']),
    );
    expect(new Set(items.map(({ purpose }) => purpose))).toEqual(new Set(['oversight']));
  });
});
