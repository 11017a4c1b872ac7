import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../database/migrate.js';

/** A superuser's URL of a PostgreSQL that tests may create databases and roles in; the database tests are skipped without it. */
export const ADMIN_URL = process.env.TEST_DATABASE_ADMIN_URL;

/** A migrated database of its own with its two roles; `drop` removes all three. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  readonly serviceRole: string;
  readonly owner: pg.Pool;
  readonly service: pg.Pool;
  drop(): Promise<void>;
}

export async function createTestDatabase(adminUrl: string): Promise<TestDatabase> {
  const name = `keyservice_test_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const [ownerRole, serviceRole] = [`${name}_owner`, `${name}_service`];
  const admin = async (...statements: string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const urlOf = (role: string): string => {
    const url = new URL(adminUrl);
    Object.assign(url, { username: role, password, pathname: `/${name}` });
    return url.toString();
  };
  await admin(
    `create role ${ownerRole} login password '${password}'`,
    `create role ${serviceRole} login password '${password}'`,
    `create database ${name} owner ${ownerRole}`,
  );
  const [ownerUrl, serviceUrl] = [urlOf(ownerRole), urlOf(serviceRole)];
  await migrate(ownerUrl, serviceRole);
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  const service = new pg.Pool({ connectionString: serviceUrl, max: 10 });
  // Dropping the database ends connections that are still closing; without a listener that fails a test. A statement says so itself.
  for (const pool of [owner, service]) pool.on('error', () => undefined);
  return {
    ownerUrl,
    serviceUrl,
    serviceRole,
    owner,
    service,
    async drop() {
      await Promise.all([owner.end(), service.end()]);
      await admin(`drop database ${name} with (force)`, `drop role ${ownerRole}`, `drop role ${serviceRole}`);
    },
  };
}
