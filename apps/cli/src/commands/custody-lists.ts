import { readFile, writeFile } from 'node:fs/promises';
import { Database } from '@datalab/data';
import { listLabsForKeyHolders } from '@datalab/features';
import type { Command } from '../command.js';
import { readEnv, UsageError } from '../env.js';

export const custodyLists: Command = {
  name: 'custody lists',
  usage: '<file> <issuer> <public-keys.json> <elements-per-day>',
  summary:
    'Writes which labs and organisations there are, for the operators of key services to read, agree with and apply.',
  async run([file, issuer, keys, perDay], print) {
    if (file === undefined || issuer === undefined || keys === undefined || !/^\d+$/.test(perDay ?? ''))
      throw new UsageError('Name a file, the issuer of caller tokens, the file with its public keys, and a budget.');
    const env = readEnv('DATABASE_OPERATOR_URL');
    const jwks: unknown = JSON.parse(await readFile(keys, 'utf8'));
    const database = await Database.connect({ url: env.DATABASE_OPERATOR_URL, name: 'datalab custody', poolSize: 1 });
    try {
      const labs = await listLabsForKeyHolders(database);
      const lists = {
        issuers: [{ issuer, jwks }],
        labs: labs.map(({ labId, organisationIds }) => ({
          lab: labId,
          organisations: organisationIds.map((organisation) => ({ organisation, issuer, perDay: Number(perDay) })),
        })),
      };
      await writeFile(file, `${JSON.stringify(lists, null, 2)}\n`);
      print(`${labs.length} labs in ${file}`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
