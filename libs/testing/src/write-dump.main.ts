import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { SessionRepository } from '@datalab/data';
import { deliver } from './delivery.factory.js';
import { countRow, reportRow, reportRows } from './row.factory.js';
import type { TestDatabase } from './test-database.js';
import { TestLab } from './test-lab.js';

/**
 * Writes a dump of the schema as it is now with a few rows in every table, once per finished issue, for the test that migrates databases
 * of earlier versions. With the environment of the database tests:
 * `node --import ./infra/dev/typescript-loader.mjs libs/testing/src/write-dump.main.ts <issue>`
 */
const MIGRATIONS = new URL('../../data/src/migrations/', import.meta.url);
const HEADER = `-- A database of an earlier version: its schema, then a few rows in every table. Written by libs/testing/src/write-dump.main.ts
-- when the issue was finished, and never changed afterwards: the test beside it migrates it and finds every row again.
-- Run as a superuser, in an empty database with the platform's roles.
set role datalab_owner;
`;
/** As TypeORM makes it before its first migration. */
const MIGRATIONS_TABLE = `create table migrations (id serial not null, "timestamp" bigint not null, name character varying not null,
  constraint "PK_8c82d7f526340ab734260ea46be" primary key (id));
`;

const lab = await TestLab.open();
try {
  await fill(lab);
  await mkdir(new URL('dumps/', MIGRATIONS), { recursive: true });
  await writeFile(new URL(`dumps/${process.argv[2]!}.sql`, MIGRATIONS), await dump(lab.database));
} finally {
  await lab.close();
}

async function fill(lab: TestLab): Promise<void> {
  const rows = [...reportRows(6), reportRow({ placement: 'outside_region', area_code: undefined })];
  await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows });
  await deliver(lab, { by: 'pim', dataset: 'tellingen', rows: [countRow()] });
  const gone = await deliver(lab, { by: 'greta', dataset: 'signalen', rows: reportRows(1) });
  await lab.loads.withdraw(await lab.as('greta'), gone.id, 'verkeerde export');
  await lab.builder.execute({ labId: lab.ids.lab('overlast'), actorId: lab.ids.person('sanne'), requestId: 'dump' });
  const sessions = new SessionRepository(await lab.database.as('api'));
  await sessions.open('hash of a cookie', lab.ids.person('sanne'), 'token', new Date('2030-01-01'));
}

async function dump(database: TestDatabase): Promise<string> {
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
  const schema = await Promise.all(files.map((name) => readFile(new URL(name, MIGRATIONS), 'utf8')));
  const tables = await database.look<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await database.look<{ row: object }>(
      `select to_jsonb(t) as row from ${name} t ${name === 'migrations' ? '' : 'limit 12'}`,
    );
    const lines = found.map(({ row }) => JSON.stringify(row).replaceAll("'", "''"));
    rows.push(
      `insert into ${name} select * from jsonb_populate_recordset(null::${name}, '[\n${lines.join(',\n')}\n]');`,
    );
  }
  return [
    HEADER,
    MIGRATIONS_TABLE,
    ...schema,
    'reset role;',
    '-- Rows come in the order of the alphabet, which is not the order in which they refer to each other.',
    'set session_replication_role = replica;',
    ...rows,
    'reset session_replication_role;',
    '',
  ].join('\n');
}
