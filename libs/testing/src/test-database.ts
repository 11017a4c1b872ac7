import { randomBytes } from 'node:crypto';
import { Database, type DatabaseContext } from '@datalab/data';
import pg from 'pg';
import { dropDatabase, provisionDatabase, type RoleUrls } from './provision.js';
import { ensureTemplate } from './template-database.js';
import { adminUrl } from './test-servers.js';

/** The database roles that log in, as `provision.mjs` makes them. */
export type LoginRole = 'owner' | 'operator' | 'auditor' | 'api' | 'worker';

/** A row as PostgreSQL gives it. */
export type Row = Record<string, unknown>;

/** A migrated database for one test file, with the roles of a real installation. `close` removes it. */
export class TestDatabase {
  private readonly connected = new Map<LoginRole, Promise<Database>>();

  private constructor(
    readonly name: string,
    readonly urls: RoleUrls,
    /** Of a superuser, in this database: for what a test prepares or checks behind everybody's back. */
    readonly superuserUrl: string,
    private readonly superuser: pg.Pool,
  ) {}

  /** Clones the migrated template; `empty`: no schema at all, as before the first migration. */
  static async open({ empty = false } = {}): Promise<TestDatabase> {
    const server = adminUrl();
    const name = `datalab_test_${randomBytes(6).toString('hex')}`;
    if (!empty) await clone(server, await ensureTemplate(server), name);
    const urls = await provisionDatabase(server, name);
    const own = new URL(server);
    own.pathname = `/${name}`;
    const superuser = new pg.Pool({ connectionString: own.href, max: 2 });
    // Dropping the database ends connections that are still closing; without a listener that ends the whole test run. A statement says so itself.
    superuser.on('error', () => undefined);
    return new TestDatabase(name, urls, own.href, superuser);
  }

  /** This role's connections (four at most), made once and closed with the database. */
  as(role: LoginRole): Promise<Database> {
    const known = this.connected.get(role);
    if (known !== undefined) return known;
    const made = Database.connect({ url: this.urls[`${role}Url`], name: `test ${role}`, poolSize: 4 });
    this.connected.set(role, made);
    return made;
  }

  /** What a statement gives to this role in this context: in a transaction of its own, rolled back when it throws. */
  async query<T = Row>(role: LoginRole, context: DatabaseContext, sql: string, values?: unknown[]): Promise<T[]> {
    const database = await this.as(role);
    return database.inTransaction(context, (tx) => tx.query(sql, values));
  }

  /** What a statement gives to a superuser, whom no policy holds back. */
  async look<T = Row>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.superuser.query(sql, values)).rows as T[];
  }

  /** Closes every connection and removes the database. */
  async close(): Promise<void> {
    await Promise.all([...this.connected.values()].map(async (database) => (await database).close()));
    await this.superuser.end();
    await dropDatabase(adminUrl(), this.name);
  }
}

async function clone(server: string, template: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    // As files: the template is small, and writing its pages through the log takes longer.
    await admin.query(`create database ${name} template ${template} owner datalab_owner strategy file_copy`);
  } finally {
    await admin.end();
  }
}
