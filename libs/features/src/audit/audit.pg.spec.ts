import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { audit, PLATFORM_CHAIN, type SignedHead } from '@datalab/data';
import { describeWithDatabase, TestLab, type LabKey, type PersonName } from '@datalab/testing';
import fc from 'fast-check';
import { AuditExportService } from './audit-export.service.js';
import { AuditVerificationService, type VerifyOptions } from './audit-verification.service.js';
import { SigningKey } from './signing-key.js';

const hexOf = (length: number): string => 'c0ffee00'.repeat(length / 8);

describeWithDatabase('the chain of the audit log', () => {
  let lab: TestLab;
  let verification: AuditVerificationService;
  let ids: string[];
  let kept: SignedHead[];

  beforeAll(async () => {
    lab = await TestLab.open();
    verification = new AuditVerificationService(await lab.database.as('auditor'));
    await append(12);
    // A chain in which nothing happened has no head.
    await append(2, 'rust', 'greta');
    await lab.seal('overlast');
    await lab.seal('rust');
    await lab.sealer.seal(PLATFORM_CHAIN);
    kept = await verification.listNewestHeads();
    const rows = await lab.database.look<{ id: string }>(
      `select event_id as id from audit_seal where chain_id = $1 order by seq`,
      [lab.ids.lab('overlast')],
    );
    ids = rows.map(({ id }) => id);
  });
  afterAll(() => lab.close());

  const sanne = () => ({ actorId: lab.ids.person('sanne'), requestId: 'r' });
  const append = async (n: number, key: LabKey = 'overlast', by: PersonName = 'sanne'): Promise<void> => {
    const api = await lab.database.as('api');
    const [labId, userId] = [lab.ids.lab(key), lab.ids.person(by)];
    for (let i = 0; i < n; i += 1)
      await api.inTransaction({ userId }, (tx) =>
        audit(
          tx,
          { actorId: userId, requestId: 'r' },
          { action: 'load.read', objectKind: 'lab', objectId: labId, labId, detail: { i } },
        ),
      );
  };
  const verify = async (options: VerifyOptions = { lab: 'overlast' }) => {
    const chains = [];
    for await (const chain of verification.verify(options)) chains.push(chain);
    return chains;
  };
  /** What is found after somebody who may do anything has changed the tables; everything is put back. */
  const after = async (...changes: string[]) => {
    const tables = ['audit_event', 'audit_seal', 'audit_head', 'audit_tail'];
    const behindBacks = (sql: string) =>
      lab.database.look(`begin; set local session_replication_role = replica; ${sql}; commit`);
    for (const table of tables) await lab.database.look(`create table kept_${table} as table ${table}`);
    try {
      for (const change of changes) await behindBacks(change);
      return (await verify({ lab: 'overlast', heads: kept }))[0]!;
    } finally {
      for (const table of tables)
        await behindBacks(`delete from ${table}; insert into ${table} select * from kept_${table}`);
      for (const table of tables) await lab.database.look(`drop table kept_${table}`);
    }
  };

  it('is whole in every chain, and says so of each event and head', async () => {
    const chains = await verify({});
    expect(chains.map(({ chain }) => chain.key)).toEqual([null, 'overlast', 'rust']);
    for (const { sealed, unsealed, heads, passed, faults } of chains)
      expect({ unsealed, heads, passed, faults }).toEqual({ unsealed: 0, heads: 1, passed: sealed + 1, faults: [] });
    expect(chains[1]!.sealed).toBe(ids.length);
  });

  it('adds no link twice, also when two seal at once', async () => {
    await append(3);
    const counts = await Promise.all([lab.seal('overlast'), lab.seal('overlast'), lab.seal('overlast')]);
    expect(counts.sort()).toEqual([0, 0, 3]);
    expect((await verify())[0]).toMatchObject({ sealed: ids.length + 3, faults: [] });
  });

  it('tells of events that are not sealed yet, and says nothing of them', async () => {
    await append(2);
    expect((await verify())[0]).toMatchObject({ sealed: ids.length + 3, unsealed: 2, faults: [] });
    await lab.seal('overlast');
  });

  it('takes up what commits late, after what was written later', async () => {
    const api = await lab.database.as('api');
    const labId = lab.ids.lab('overlast');
    await api.inTransaction({ userId: lab.ids.person('sanne') }, async (tx) => {
      await audit(tx, sanne(), { action: 'load.late', objectKind: 'lab', objectId: labId, labId });
      await append(1);
      expect(await lab.seal('overlast')).toBe(1);
    });
    expect(await lab.seal('overlast')).toBe(1);
    expect((await verify())[0]!.faults).toEqual([]);
  });

  describe('names', () => {
    const at = (n: number) => `'${ids[n - 1]!}'`;

    it.each(['action', 'outcome', 'actor_id', 'at', 'object_id', 'detail', 'request_id', 'purpose'])(
      'an event of which the %s was altered',
      async (column) => {
        const other: Record<string, string> = {
          actor_id: `'${lab.ids.person('pim')}'`,
          at: `at + interval '1 microsecond'`,
          detail: `'{"i": 99}'`,
          outcome: `'failed'`,
        };
        const { faults, passed, sealed } = await after(
          `update audit_event set ${column} = ${other[column] ?? `'x'`} where id = ${at(5)}`,
        );
        expect(faults).toEqual([{ kind: 'altered', seq: 5, eventId: ids[4] }]);
        expect(passed).toBe(sealed - 1 + 2);
      },
    );

    it('an event that was removed', async () => {
      const { faults } = await after(`delete from audit_event where id = ${at(4)}`);
      expect(faults).toEqual([{ kind: 'removed', seq: 4, eventId: ids[3] }]);
    });

    it('a link that was removed with its event, and one without', async () => {
      const both = await after(
        `delete from audit_seal where seq = 4 and event_id = ${at(4)}; delete from audit_event where id = ${at(4)}`,
      );
      expect(both.faults).toContainEqual({ kind: 'missing-link', seq: 4 });
      const one = await after(`delete from audit_seal where event_id = ${at(4)}`);
      expect(one.faults).toEqual(
        expect.arrayContaining([
          { kind: 'missing-link', seq: 4 },
          { kind: 'inserted', eventId: ids[3] },
        ]),
      );
    });

    it('two events that changed places', async () => {
      const meanwhile = `'e0000000-0000-7000-8000-000000000000'`;
      const swap = [at(3), meanwhile, at(4), at(3), meanwhile, at(4)];
      const { faults } = await after(
        ...[0, 2, 4].map((i) => `update audit_seal set event_id = ${swap[i + 1]!} where event_id = ${swap[i]!}`),
      );
      expect(faults).toEqual([
        { kind: 'reordered', seq: 3, eventId: ids[3] },
        { kind: 'reordered', seq: 4, eventId: ids[2] },
      ]);
    });

    it('an event that was put in past the bookkeeping', async () => {
      const put = 'd0000000-0000-7000-8000-000000000000';
      const { faults } = await after(
        `insert into audit_event (id, lab_id, action, object_kind, object_id, request_id)
           values ('${put}', '${lab.ids.lab('overlast')}', 'load.read', 'load', 'x', 'r')`,
      );
      expect(faults).toEqual([{ kind: 'inserted', eventId: put }]);
    });

    it('a head that the chain no longer reaches, by the copy that somebody else kept', async () => {
      const { faults } = await after('delete from audit_seal', 'delete from audit_event', 'delete from audit_head');
      const { seq, day } = kept.find(({ chainId }) => chainId === lab.ids.lab('overlast'))!;
      expect(faults).toEqual([{ kind: 'cut-off', seq, day }]);
    });

    it('a chain that was written anew from one event on: with the kept head, although every link fits', async () => {
      const remake = async () => {
        const labId = lab.ids.lab('overlast');
        await lab.database.look(
          `insert into audit_tail select event_id, chain_id from audit_seal where chain_id = $1`,
          [labId],
        );
        await lab.database.look(
          `begin; set local session_replication_role = replica; delete from audit_seal where chain_id = '${labId}';
           delete from audit_head where chain_id = '${labId}'; commit`,
        );
        await lab.seal('overlast');
      };
      await lab.database.look('create table kept_event as table audit_event');
      await lab.database.look(
        `begin; set local session_replication_role = replica; update audit_event set action = 'load.other' where id = ${at(2)}; commit`,
      );
      await remake();
      const { faults } = (await verify({ lab: 'overlast', heads: kept }))[0]!;
      await lab.database.look(
        `begin; set local session_replication_role = replica; delete from audit_event; insert into audit_event select * from kept_event;
         drop table kept_event; commit`,
      );
      await remake();
      expect(faults).toEqual([{ kind: 'rewritten', seq: kept[1]!.seq, day: kept[1]!.day }]);
      expect((await verify({ lab: 'overlast', heads: kept }))[0]!.faults).toEqual([]);
    });

    it('a head whose signature is not that of its key, or of the key that was given', async () => {
      const forged = { ...kept[1]!, signature: kept[0]!.signature };
      const [byOwn] = await verify({ lab: 'overlast', heads: [forged] });
      expect(byOwn!.faults).toEqual([{ kind: 'bad-signature', seq: forged.seq, day: forged.day }]);
      const [given] = await verify({ lab: 'overlast', publicKey: lab.signingKey.publicKey });
      expect(given!.faults).toEqual([]);
      const [other] = await verify({ lab: 'overlast', publicKey: new SigningKey('B'.repeat(43)).publicKey });
      expect(other!.faults.map(({ kind }) => kind)).toEqual(['wrong-key']);
    });
  });

  describe('holds no value, no pseudonym and no sentence', () => {
    const write = async (change: { detail?: Record<string, string | number>; objectId?: string; action?: string }) => {
      const api = await lab.database.as('api');
      const [labId, userId] = [lab.ids.lab('overlast'), lab.ids.person('sanne')];
      const event = { action: 'load.read', objectKind: 'load', objectId: labId, labId, ...change };
      return api
        .inTransaction({ userId }, (tx) => audit(tx, sanne(), event))
        .then(
          () => 'taken',
          (error: Error) => (error.message.includes('violates check constraint') ? 'refused' : error.message),
        );
    };
    const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 64 });
    const base64 = fc.base64String({ minLength: 32, maxLength: 88 });
    const sentence = fc.tuple(fc.lorem({ maxCount: 3 }), fc.lorem({ maxCount: 2 })).map((words) => words.join(' '));
    const values = fc.oneof(
      hex,
      base64,
      sentence,
      fc.emailAddress(),
      fc.constantFrom(
        'Jan Jansen',
        'Dorpsstraat 1',
        '1234AB',
        '1234 AB',
        '123456782',
        '0612345678',
        '2024-02-30T10:00',
        'BSN123',
      ),
    );

    it('in its detail, however it is put', async () => {
      await fc.assert(
        fc.asyncProperty(values, async (reason) =>
          expect([reason, await write({ detail: { reason } })]).toEqual([reason, 'refused']),
        ),
        { numRuns: 60 },
      );
      expect(await write({ detail: { [hexOf(64)]: 1 } })).toBe('refused');
      expect(await write({ detail: { citizen: 1234567890123456 } })).toBe('refused');
    });

    it('as the id of its object, or as its action', async () => {
      for (const objectId of ['Jan Jansen', 'jan@gemeente.test', hexOf(64), 'Dorpsstraat 1']) {
        expect([objectId, await write({ objectId })]).toEqual([objectId, 'refused']);
        expect([objectId, await write({ action: objectId })]).toEqual([objectId, 'refused']);
      }
    });

    it('and takes ids, words, periods and counts', async () => {
      const detail = {
        rows: 12,
        id: lab.ids.lab('rust'),
        state: 'load.not-found',
        period: '2024-Q1',
        day: '2024-01-31',
      };
      expect(await write({ detail })).toBe('taken');
      await lab.seal('overlast');
    });
  });

  it('is exported as a processing log: one line per event, oldest first, no subject of data in it', async () => {
    const lines: string[] = [];
    const exporting = new AuditExportService(await lab.database.as('auditor'));
    for await (const line of exporting.logboekLines({ from: '2000-01-01', to: '2100-01-01', lab: 'overlast' }))
      lines.push(line);
    const events = await lab.database.look<{ n: number }>(
      'select count(*)::int as n from audit_event where lab_id = $1',
      [lab.ids.lab('overlast')],
    );
    expect(lines).toHaveLength(events[0]!.n);
    const parsed = lines.map((line) => JSON.parse(line) as { trace_id: string; operation_name: string });
    expect(parsed.map(({ trace_id }) => trace_id).every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(parsed.find((line) => line.operation_name === 'load.late')).toMatchObject({
      status_code: 'ok',
      attributes: { 'dpl.core.processing_activity_id': 'delivery', 'dpl.core.data_subject_id': null },
    });
    const none = exporting.logboekLines({ from: '2000-01-01', to: '2000-01-02' });
    expect(await none.next()).toEqual({ done: true, value: undefined });
    await expect(
      exporting.logboekLines({ from: '2000-01-01', to: '2000-01-02', lab: 'nowhere' }).next(),
    ).rejects.toThrow('does not exist');
  });
});
