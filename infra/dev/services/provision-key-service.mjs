import pg from 'pg';

/**
 * Makes the database of one key holder with its two roles: the owner, for its operator's commands, and the service, which may read the
 * lists and count use. Nothing of the platform may connect to it, and its roles to nothing else. May be run again at any time.
 *
 * @param {{adminUrl: string, database: string, passwords: {owner: string, service: string}}} options
 * @returns {Promise<{ownerUrl: string, serviceUrl: string}>}
 */
export async function provisionKeyService({ adminUrl, database, passwords }) {
  const roles = { owner: `${database}_owner`, service: `${database}_service` };
  const name = pg.escapeIdentifier(database);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const part of ['owner', 'service']) {
      const role = pg.escapeIdentifier(roles[part]);
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [roles[part]]);
      const rights = `login nosuperuser nobypassrls nocreatedb password ${pg.escapeLiteral(passwords[part])}`;
      await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${rights}`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${name} owner ${pg.escapeIdentifier(roles.owner)}`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(`grant connect on database ${name} to ${pg.escapeIdentifier(roles.service)}`);
  } finally {
    await client.end();
  }
  const urlOf = (part) => {
    const url = new URL(adminUrl);
    url.username = roles[part];
    url.password = passwords[part];
    url.pathname = `/${database}`;
    return url.href;
  };
  return { ownerUrl: urlOf('owner'), serviceUrl: urlOf('service') };
}
