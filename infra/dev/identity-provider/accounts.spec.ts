import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { accountFor, readAccounts } from './accounts.js';

const file = join(mkdtempSync(join(tmpdir(), 'datalab-accounts-')), 'accounts.json');
const anna = {
  email: 'Anna@politie.example',
  name: 'Anna',
  password: 'geheim',
  organisation: 'Politie',
  roles: ['a', 'b'],
};

describe('readAccounts', () => {
  it('has no accounts before the file is there, and reads it anew afterwards', async () => {
    expect(await readAccounts(file)).toEqual([]);
    writeFileSync(file, JSON.stringify([anna]));
    expect(await readAccounts(file)).toEqual([
      {
        subject: 'anna@politie.example',
        email: anna.email,
        name: 'Anna',
        password: 'geheim',
        description: 'Politie · a, b',
      },
    ]);
  });

  it('refuses an account without a password', async () => {
    writeFileSync(file, JSON.stringify([{ ...anna, password: '' }]));
    await expect(readAccounts(file)).rejects.toThrow(/password/);
  });
});

describe('accountFor', () => {
  const account = { subject: '1', email: 'Anna@politie.example', name: 'Anna', password: 'geheim', description: '' };

  it('ignores case and spaces of the address, not of the password', () => {
    expect(accountFor([account], ' anna@POLITIE.example ', 'geheim')).toBe(account);
    expect(accountFor([account], 'anna@politie.example', 'Geheim')).toBeUndefined();
    expect(accountFor([account], 'piet@politie.example', 'geheim')).toBeUndefined();
  });
});
