import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, TestDatabase } from '@datalab/testing';

/** The same for everybody, and published: no row of these belongs to a lab or an organisation. */
const PUBLIC_REFERENCE = [
  'address',
  'area',
  'indicator',
  'indicator_value',
  'migrations',
  'postcode',
  'region',
  'square',
];

/** Every policy that lets all rows through, and why it may. */
const OPEN_POLICIES = [
  // Which sources a run read, to know whose knowledge the way back reveals.
  'analysis_run policy_reads',
  'api_client operator_all',
  // Who checks the chains of the audit log sees all of it, and of the rest of the platform the keys of the labs.
  'audit_event auditor_reads',
  // The operator appends to the audit log what it installed; it cannot read it.
  'audit_event operator_appends',
  'audit_head auditor_reads',
  'audit_seal auditor_reads',
  'audit_tail auditor_reads',
  // By the trigger of the log, in the name of whoever appends to it.
  'audit_tail policy_writes',
  'dataset operator_all',
  'dataset policy_reads',
  'key_holder operator_all',
  'lab auditor_reads',
  'lab operator_all',
  // The role that nobody logs in as: the functions of the policies look through it.
  'lab policy_reads',
  'lab_participant operator_all',
  'lab_participant policy_reads',
  'lab_step operator_all',
  'lab_step policy_reads',
  'load policy_reads',
  // Whom to mail when is of no lab: the mailer counts what waits for a person in all of theirs, by id.
  'mail worker_mails',
  'mail_notice worker_mails',
  'mail_preference worker_mails',
  'membership operator_all',
  'membership policy_reads',
  'organisation operator_all',
  'organisation policy_reads',
  // The relay carries the work of every lab, as ids.
  'outbox worker_relays',
  // Restrictive: it takes away and lets nothing through by itself.
  'output_shell api_approves',
  // Whether an output shell, or a report that was handed in, is about a source: then its promise stays.
  'output_shell policy_promises',
  'person operator_all',
  'quality_summary policy_reads',
  // Who has read, and not what: for everybody to know for whom a session waits.
  'reading policy_reads',
  'registration_card policy_reads',
  'report policy_reads',
  'report_count policy_reads',
  // Of which loads, and of which of their days, a picture was made: whether it is as new as what was delivered.
  'snapshot policy_reads',
  'snapshot_load policy_reads',
  // Whether keys were made in a lab at all, never which.
  'source_key policy_reads',
  'submission policy_promises',
];

const UNPROTECTED = `select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
  order by 1`;

const KEY_COLUMNS = ['check_key', 'household_key', 'person_key', 'reporter_key'];

describeWithDatabase('the catalogue of a migrated database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await TestDatabase.open();
  });
  afterAll(() => database.close());
  const names = async (sql: string, values?: unknown[]) =>
    (await database.look<{ name: string }>(sql, values)).map(({ name }) => name);

  describe('tables', () => {
    it('have row-level security, forced, with at least one policy; public reference data alone has not', async () => {
      expect(await names(UNPROTECTED)).toEqual(PUBLIC_REFERENCE);
    });

    it('that are new and have none are found', async () => {
      const seen: string[][] = [];
      const tables = [
        'create table intruder_bare (id int)',
        'create table intruder_half (id int); alter table intruder_half enable row level security, force row level security',
        `create table intruder_unforced (id int); alter table intruder_unforced enable row level security;
         create policy own on intruder_unforced using (id = 1)`,
      ];
      const owner = await database.as('owner');
      const work = owner.inTransaction({}, async (tx) => {
        for (const sql of tables) await tx.query(sql);
        seen.push(((await tx.query(UNPROTECTED)) as { name: string }[]).map(({ name }) => name));
        throw new Error('nothing of this stays');
      });
      await expect(work).rejects.toThrow('nothing of this stays');
      expect(seen[0]!.filter((name) => !PUBLIC_REFERENCE.includes(name))).toEqual([
        'intruder_bare',
        'intruder_half',
        'intruder_unforced',
      ]);
    });

    it('are let through whole by the listed policies alone', async () => {
      const open = await names(
        `select tablename || ' ' || policyname as name from pg_policies
         where qual = 'true' or with_check = 'true' order by 1`,
      );
      expect(open).toEqual(OPEN_POLICIES);
    });

    it('have a policy that checks what is written wherever writing is granted', async () => {
      const unchecked = await names(
        `select tablename || ' ' || policyname as name from pg_policies where cmd in ('ALL', 'INSERT', 'UPDATE') and with_check is null`,
      );
      expect(unchecked).toEqual([]);
    });

    it('are looked through once per statement: no policy of the api asks for the organisation or the labs row by row', async () => {
      expect(
        await names(
          `select tablename || ' ' || policyname as name from pg_policies where roles @> '{datalab_api}'
             and concat(qual, with_check) ~ '(?<!SELECT )app\\.(organisation_id|user_id)\\(\\)| IN \\( SELECT app\\.labs'`,
        ),
      ).toEqual([]);
    });

    it('of a lab that is closed are changed by nobody: each that the api writes has the wall, but for the log and who may come in', async () => {
      const writable = await names(
        // By oid: a name is looked up before PostgreSQL has left out the other schemas, when it plans it so.
        `select c.relname as name from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attname = 'lab_id' and not a.attisdropped
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and (has_any_column_privilege('datalab_api', c.oid, 'insert, update') or has_table_privilege('datalab_api', c.oid, 'delete'))
         order by 1`,
      );
      const walled = await names(
        `select tablename as name from pg_policies where permissive = 'RESTRICTIVE' and policyname like 'closed_labs_%'
         group by 1 having count(*) = 3 order by 1`,
      );
      expect(walled).toEqual(expect.arrayContaining(['load', 'lab_step', 'lab_schedule']));
      // A role can still be ended, and what is done is still written down.
      expect(writable.filter((name) => !walled.includes(name))).toEqual(['audit_event', 'membership']);
    });

    it('are not seen past their policies by way of a view', async () => {
      expect(
        await names(
          `select relname as name from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`,
        ),
      ).toEqual([]);
    });
  });

  describe('roles', () => {
    const ROLES = [
      'datalab_api',
      'datalab_auditor',
      'datalab_operator',
      'datalab_owner',
      'datalab_policy',
      'datalab_worker',
    ];

    it('are no superuser, do not bypass row-level security and are nobody else', async () => {
      const rows = await database.look(
        `select rolname, rolsuper, rolbypassrls, rolreplication, rolcreatedb from pg_roles where starts_with(rolname, 'datalab_') order by 1`,
      );
      expect(rows).toEqual(
        ROLES.map((rolname) => ({
          rolname,
          rolsuper: false,
          rolbypassrls: false,
          rolreplication: false,
          rolcreatedb: false,
        })),
      );
      const members = await database.look(
        `select member::regrole::text as member, roleid::regrole::text as of, inherit_option
         from pg_auth_members where starts_with(member::regrole::text, 'datalab_')`,
      );
      // The owner may hand a function to the policy role; it has none of that role's rights by itself.
      expect(members).toEqual([{ member: 'datalab_owner', of: 'datalab_policy', inherit_option: false }]);
    });

    it('that serve own no table, and the one that owns them all does not serve', async () => {
      const owners = await names(
        `select distinct relowner::regrole::text as name from pg_class where relnamespace = 'public'::regnamespace`,
      );
      expect(owners).toEqual(['datalab_owner']);
    });

    it('may connect, and only the worker may stage rows in temporary tables', async () => {
      const rows = await database.look(
        `select rolname, has_database_privilege(rolname, current_database(), 'connect') as connects,
                has_database_privilege(rolname, current_database(), 'temporary') as stages,
                has_schema_privilege(rolname, 'public', 'create') or has_schema_privilege(rolname, 'app', 'create') as creates
         from pg_roles where rolname in ('datalab_api', 'datalab_auditor', 'datalab_operator', 'datalab_worker') order by 1`,
      );
      expect(rows).toEqual([
        { rolname: 'datalab_api', connects: true, stages: false, creates: false },
        { rolname: 'datalab_auditor', connects: true, stages: false, creates: false },
        { rolname: 'datalab_operator', connects: true, stages: false, creates: false },
        { rolname: 'datalab_worker', connects: true, stages: true, creates: false },
      ]);
    });
  });

  describe('the audit log', () => {
    const grants = (privilege: string) =>
      names(
        `select distinct grantee || ' ' || table_name as name from information_schema.column_privileges
         where table_name in ('audit_event', 'audit_seal', 'audit_head') and privilege_type = $1 and grantee <> 'datalab_owner' order by 1`,
        [privilege],
      );

    it('can be changed by no role that logs in, and is read by neither the operator nor anybody without need', async () => {
      expect(await grants('UPDATE')).toEqual([]);
      const removers = await names(
        `select grantee || ' ' || table_name as name from information_schema.table_privileges
         where table_name in ('audit_event', 'audit_seal', 'audit_head') and privilege_type in ('DELETE', 'TRUNCATE')
           and grantee <> 'datalab_owner'`,
      );
      expect(removers).toEqual([]);
      expect((await grants('SELECT')).filter((name) => name.startsWith('datalab_operator'))).toEqual([]);
    });

    it('refuses to be changed even by the owner of the table and by a superuser who leaves its trigger in place', async () => {
      for (const sql of ['update audit_event set action = action', 'delete from audit_seal', 'truncate audit_head'])
        for (const attempt of [() => database.look(sql), () => database.query('owner', {}, sql)])
          await expect(attempt()).rejects.toThrow('is append-only');
    });

    it('lets nobody who appends say when, or number it', async () => {
      const written = await names(
        `select distinct column_name as name from information_schema.column_privileges
         where table_name = 'audit_event' and privilege_type = 'INSERT' and grantee <> 'datalab_owner' order by 1`,
      );
      expect(written).not.toEqual(expect.arrayContaining(['at']));
      expect(written).toContain('actor_id');
      for (const column of ['id', 'at', 'recorded_at']) expect(written).not.toContain(column);
    });
  });

  describe('keys', () => {
    const mayRead = (role: string) =>
      names(
        `select table_name || '.' || column_name as name from information_schema.columns
         where table_schema = 'public' and column_name = any($2)
           and has_column_privilege($1, format('%I.%I', table_schema, table_name), column_name, 'select') order by 1`,
        [role, KEY_COLUMNS],
      );

    it('of households, persons and reporters are out of reach of the api and the operator by grant', async () => {
      expect(await mayRead('datalab_worker')).toEqual([
        'provision_use_row.household_key',
        'provision_use_row.person_key',
        'report.check_key',
        'report.household_key',
        'report.person_key',
        'report.reporter_key',
      ]);
      expect(await mayRead('datalab_api')).toEqual([]);
      expect(await mayRead('datalab_operator')).toEqual([]);
    });

    it('cannot be had by asking for the whole row, for a condition on them, or for their order', async () => {
      await expect(database.query('api', {}, 'select * from provision_use_row')).rejects.toThrow('permission denied');
      for (const sql of [
        'select * from report',
        `select record_hash from report where household_key = 'a'`,
        'select record_hash from report order by reporter_key',
        'select person_key from report',
        'select to_jsonb(report) from report',
      ])
        await expect(database.query('api', {}, sql)).rejects.toThrow('permission denied for table report');
    });
  });
});
