/** How each of the platform's database roles reaches one database. */
export interface RoleUrls {
  ownerUrl: string;
  operatorUrl: string;
  auditorUrl: string;
  apiUrl: string;
  workerUrl: string;
}

interface Provision {
  provisionDatabase(options: {
    adminUrl: string;
    database: string;
    passwords: Record<'owner' | 'operator' | 'auditor' | 'api' | 'worker', string>;
  }): Promise<RoleUrls>;
  dropDatabase(options: { adminUrl: string; database: string }): Promise<void>;
}

/** The one place where roles are made. No project, but plain JavaScript: it also runs where nothing is installed yet. */
const PROVISION = new URL('../../../infra/dev/services/provision.mjs', import.meta.url).href;
const provision = async (): Promise<Provision> => (await import(PROVISION)) as Provision;

/**
 * Makes this database with the roles of a real installation, or sets up their rights where it is there already. Their passwords are the
 * superuser's own: a server for tests has no secrets.
 */
export async function provisionDatabase(adminUrl: string, database: string): Promise<RoleUrls> {
  const { password } = new URL(adminUrl);
  const passwords = { owner: password, operator: password, auditor: password, api: password, worker: password };
  return (await provision()).provisionDatabase({ adminUrl, database, passwords });
}

/** Removes a database, also while others are connected to it. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  await (await provision()).dropDatabase({ adminUrl, database });
}
