import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
/** Any number will do, as long as two services that start together take the same one. */
const LOCK = 949_700_001;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, MIGRATIONS), 'utf8');
      return { name, sql, digest: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database up to date as its owner, each migration in a transaction of its own, one process at a time. `serviceRole` is the role
 * of the running service, which gets its few rights here. Gives the names that were applied now. Throws when a migration that was applied
 * before has been edited since.
 */
export async function migrate(ownerUrl: string, serviceRole: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    const applied: string[] = [];
    for (const migration of await pending(client)) {
      await client.query('begin');
      await client.query(migration.sql.replaceAll(':service_role', pg.escapeIdentifier(serviceRole)));
      await client.query('insert into schema_migration (name, digest) values ($1, $2)', [
        migration.name,
        migration.digest,
      ]);
      await client.query('commit');
      applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** The migrations that the database lacks; a service that is not allowed to migrate refuses to start while there are any. */
export async function pendingMigrations(service: pg.Pool): Promise<string[]> {
  return (await pending(service)).map(({ name }) => name);
}

async function pending(database: Pick<pg.Pool, 'query'>): Promise<Migration[]> {
  const { rows } = await database.query<{ name: string; digest: string }>('select name, digest from schema_migration');
  const known = new Map(rows.map(({ name, digest }) => [name, digest]));
  const migrations = await readMigrations();
  const edited = migrations.find(({ name, digest }) => (known.get(name) ?? digest) !== digest);
  if (edited !== undefined) throw new Error(`Migration ${edited.name} was changed after it was applied.`);
  return migrations.filter(({ name }) => !known.has(name));
}
