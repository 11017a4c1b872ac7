import pg from 'pg';

/**
 * Makes a database with the roles that the platform's migrations and processes expect. May be run again at any time:
 * what is there stays, passwords are set anew. The one place where roles are made; tests use it too.
 *
 * - datalab_owner owns the database and runs migrations; no superuser.
 * - datalab_api, datalab_worker log in for the processes; no superuser, never past row-level security, own nothing.
 * - datalab_operator logs in for the operator's commands (set up, import a region); sees no report and no figure.
 * - datalab_auditor logs in to check the audit log and hand it on; sees the log and nothing else.
 * - datalab_policy cannot log in; migrations give it the functions that policies look through.
 *
 * @param {{adminUrl: string, database?: string, passwords: {owner: string, operator: string, auditor: string, api: string, worker: string}}} options
 *   adminUrl: a superuser's, on any database of the server
 * @returns {Promise<{ownerUrl: string, operatorUrl: string, auditorUrl: string, apiUrl: string, workerUrl: string}>}
 */
export async function provisionDatabase({ adminUrl, database = 'datalab', passwords }) {
  const name = pg.escapeIdentifier(database);
  await onServer(adminUrl, async (client) => {
    await makeRole(client, 'datalab_policy', 'nologin nosuperuser nobypassrls');
    await makeRole(client, 'datalab_owner', 'login nosuperuser nobypassrls createrole', passwords.owner);
    await makeRole(client, 'datalab_api', 'login nosuperuser nobypassrls', passwords.api);
    await makeRole(client, 'datalab_worker', 'login nosuperuser nobypassrls', passwords.worker);
    await makeRole(client, 'datalab_operator', 'login nosuperuser nobypassrls', passwords.operator);
    await makeRole(client, 'datalab_auditor', 'login nosuperuser nobypassrls', passwords.auditor);
    // The owner may hand functions to the policy role, but has by itself none of the rights of any of these roles.
    await client.query('grant datalab_policy to datalab_owner with inherit false, set true');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${name} owner datalab_owner`);
    await client.query(`revoke all on database ${name} from public`);
    await client.query(
      `grant connect on database ${name} to datalab_api, datalab_worker, datalab_operator, datalab_auditor`,
    );
    // Rows come in by COPY, which does not write through row-level security: they pass by way of a table of the transaction.
    await client.query(`grant temporary on database ${name} to datalab_worker`);
  });
  return {
    ownerUrl: urlOf(adminUrl, 'datalab_owner', passwords.owner, database),
    operatorUrl: urlOf(adminUrl, 'datalab_operator', passwords.operator, database),
    auditorUrl: urlOf(adminUrl, 'datalab_auditor', passwords.auditor, database),
    apiUrl: urlOf(adminUrl, 'datalab_api', passwords.api, database),
    workerUrl: urlOf(adminUrl, 'datalab_worker', passwords.worker, database),
  };
}

/** Removes a database with all that is in it, also while others are connected; one that is not there is fine. */
export async function dropDatabase({ adminUrl, database }) {
  await onServer(adminUrl, (client) =>
    client.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  );
}

async function makeRole(client, role, rights, password) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const secret = password === undefined ? '' : ` password ${pg.escapeLiteral(password)}`;
  await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${rights}${secret}`);
}

async function onServer(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // Roles belong to the whole server: two test files that provision at once would trip over each other.
    await client.query("select pg_advisory_lock(hashtext('datalab provision'))");
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(adminUrl, user, password, database) {
  const url = new URL(adminUrl);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
