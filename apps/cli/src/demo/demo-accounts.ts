import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** Somebody who can sign in at the development identity provider. */
export interface DemoAccount {
  subject: string;
  email: string;
  name: string;
  organisation: string;
  roles: string[];
  password: string;
}

/** The accounts of an earlier run, or none. */
export async function readAccounts(file: string): Promise<DemoAccount[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  return JSON.parse(text) as DemoAccount[];
}

/** Keeps the accounts where the development identity provider reads them. Who had a password keeps it, and so does who is not of the demo. */
export async function writeAccounts(
  file: string,
  people: readonly Omit<DemoAccount, 'password'>[],
): Promise<DemoAccount[]> {
  const before = await readAccounts(file);
  const accounts = people.map((person) => ({
    ...person,
    password:
      before.find(({ subject }) => subject === person.subject)?.password ?? randomBytes(6).toString('base64url'),
  }));
  const others = before.filter(({ subject }) => !people.some((person) => person.subject === subject));
  await writeFile(file, JSON.stringify([...accounts, ...others], null, 2), { mode: 0o600 });
  return accounts;
}
