import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithDatabase, TestDatabase, type Row } from '@datalab/testing';

const DUMPS = new URL('dumps/', import.meta.url);
const VERSIONS = readdirSync(DUMPS).map((name) => name.replace('.sql', ''));

/** All that makes two schemas behave the same: columns, constraints, indexes, policies, rights, functions and owners. */
const SCHEMA = `
  select 'column ' || attrelid::regclass || '.' || attname as what, format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
      || coalesce(pg_get_expr(adbin, adrelid), '') || ' ' || coalesce(attacl::text, '') as how
    from pg_attribute join pg_class c on c.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
  union all select 'constraint ' || conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace
  union all select 'index ' || indexname, indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy ' || tablename || ' ' || policyname, concat_ws(' | ', cmd, roles::text, qual, with_check) from pg_policies
  union all select 'table ' || relname, concat_ws(' ', relowner::regrole, relrowsecurity, relforcerowsecurity,
      (select array_agg(item::text order by item::text) from unnest(relacl) item))
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
  union all select 'function ' || oid::regprocedure, concat_ws(' ', proowner::regrole, prosecdef, proconfig::text, proacl::text, prosrc)
    from pg_proc where pronamespace = 'app'::regnamespace
  order by 1`;

describeWithDatabase('a database of an earlier version', () => {
  it('is kept of every issue that is finished', () => {
    expect(VERSIONS).toContain('foundation');
  });

  describe.each(VERSIONS)('that of %s', (version) => {
    let database: TestDatabase;
    let before: Map<string, Row[]>;
    beforeAll(async () => {
      database = await TestDatabase.open({ empty: true });
      await database.look(readFileSync(new URL(`${version}.sql`, DUMPS), 'utf8'));
      // A dump holds rows and no sequences: the one of the migrations goes on after those that are there.
      await database.look(`select setval('migrations_id_seq', max(id)) from migrations`);
      before = await rowsOf(database);
      await (await database.as('owner')).migrate();
    });
    afterAll(() => database.close());

    it('holds every row that it held before it was migrated', async () => {
      const after = await rowsOf(database);
      for (const [table, rows] of before) {
        expect([table, rows.length > 0]).toEqual([table, true]);
        if (table !== 'migrations') expect([table, after.get(table)!.length]).toEqual([table, rows.length]);
        for (const row of rows) expect(after.get(table)).toContainEqual(expect.objectContaining(withoutKeys(row)));
      }
    });

    it('has the schema that a new one has: what was released was never edited', async () => {
      const fresh = await TestDatabase.open();
      try {
        expect(await database.look(SCHEMA)).toEqual(await fresh.look(SCHEMA));
      } finally {
        await fresh.close();
      }
    });

    it('shows each organisation its own rows and no others', async () => {
      const seenBy = async (subject: string) => {
        const people = await database.look<{ userId: string; organisationId: string }>(
          'select id as "userId", organisation_id as "organisationId" from person where subject = $1',
          [subject],
        );
        const counted = await database.query<{ n: number }>('api', people[0]!, 'select count(*)::int as n from report');
        return counted[0]!.n;
      };
      expect([await seenBy('sanne'), await seenBy('pim')]).toEqual([7, 0]);
    });
  });
});

/** Keys that were readable are removed on purpose (0007): no database can encrypt them under a key that it does not have. */
const withoutKeys = (row: Row): Row =>
  'household_key' in row ? { ...row, household_key: null, person_key: null, reporter_key: null } : row;

/** Every table with its rows, as JSON so that two can be compared. */
async function rowsOf(database: TestDatabase): Promise<Map<string, Row[]>> {
  const tables = await database.look<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const rows = new Map<string, Row[]>();
  for (const { name } of tables) {
    const found = await database.look<{ row: Row }>(`select to_jsonb(t) as row from ${name} t`);
    rows.set(
      name,
      found.map(({ row }) => row),
    );
  }
  return rows;
}
