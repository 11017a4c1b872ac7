import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const accountsSchema = z.array(
  z.object({
    subject: z.string().min(1).optional(),
    email: z.string().min(3),
    name: z.string().min(1),
    password: z.string().min(1),
    organisation: z.string().optional(),
    roles: z.array(z.string()).optional(),
  }),
);

/** Somebody who can sign in; `subject` never changes, the e-mail address may. */
export interface Account {
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Shown on the login page, to tell the demo accounts apart. */
  readonly description: string;
}

/**
 * Reads the accounts from their file, anew each time: the demo command adds accounts while the provider runs.
 * Without a `subject` the e-mail address is it. A file that is not there yet means no accounts; a malformed one throws.
 */
export async function readAccounts(file: string): Promise<readonly Account[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return accountsSchema.parse(JSON.parse(text)).map((row) => ({
    subject: row.subject ?? row.email.toLowerCase(),
    email: row.email,
    name: row.name,
    password: row.password,
    description: [row.organisation, row.roles?.join(', ')].filter(Boolean).join(' · '),
  }));
}

/** The account of this e-mail address (case and surrounding spaces do not matter) and password, if there is one. */
export function accountFor(accounts: readonly Account[], email: string, password: string): Account | undefined {
  const wanted = email.trim().toLowerCase();
  return accounts.find((account) => account.email.toLowerCase() === wanted && account.password === password);
}
