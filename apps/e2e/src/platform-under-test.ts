import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { signInWithPassword, type PlatformSession } from '@datalab/client';

const run = promisify(execFile);
/** The root of the checkout. */
export const ROOT = new URL('../../../', import.meta.url);

/** What the runner of the stories says of the platform that it started. */
export function told(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: these stories run by "npm test -- end-to-end"`);
  return value;
}

/** Where the platform of this run is reached. */
export const baseUrl = (): string => told('E2E_BASE_URL');

/** Runs a command of the operator, as typed after `npm run datalab --`. Throws with its output when it fails. */
export async function datalab(...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['infra/dev/datalab.mjs', ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_OPERATOR_URL: told('E2E_OPERATOR_URL'),
      DATABASE_OWNER_URL: told('E2E_OWNER_URL'),
      OIDC_ISSUER: told('E2E_ISSUER'),
      PUBLIC_URL: baseUrl(),
      IDP_ACCOUNTS_FILE: told('E2E_ACCOUNTS_FILE'),
    },
  });
  return stdout;
}

interface Account {
  subject: string;
  email: string;
  name: string;
  password: string;
}

const readAccounts = async (): Promise<Account[]> =>
  JSON.parse(await readFile(told('E2E_ACCOUNTS_FILE'), 'utf8')) as Account[];

/** Makes people known to the identity provider of this run. Their password is their subject. */
export async function addAccounts(people: readonly Omit<Account, 'password'>[]): Promise<void> {
  const known = await readAccounts();
  const added = people.filter(({ subject }) => !known.some((account) => account.subject === subject));
  const accounts = [...known, ...added.map((person) => ({ ...person, password: person.subject }))];
  await writeFile(told('E2E_ACCOUNTS_FILE'), JSON.stringify(accounts, null, 2));
}

export async function accountOf(subject: string): Promise<Account> {
  const account = (await readAccounts()).find((candidate) => candidate.subject === subject);
  if (account === undefined) throw new Error(`nobody has the subject ${subject}`);
  return account;
}

export async function signIn(subject: string): Promise<PlatformSession> {
  const { email, password } = await accountOf(subject);
  return signInWithPassword(baseUrl(), email, password);
}
