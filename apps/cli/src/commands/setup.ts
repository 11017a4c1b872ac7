import { readFile } from 'node:fs/promises';
import { Database } from '@datalab/data';
import { parseInstallation, SetupService } from '@datalab/features';
import type { Command } from '../command.js';
import { readEnv, UsageError } from '../env.js';

export const setup: Command = {
  name: 'setup',
  usage: '<installation.json>',
  summary:
    'Creates the organisations, people and labs that a file describes; what is there already is brought up to date.',
  async run([file], print) {
    if (file === undefined) throw new UsageError('Name the installation file.');
    const installation = parseInstallation(JSON.parse(await readFile(file, 'utf8')));
    const env = readEnv('DATABASE_OPERATOR_URL', 'OIDC_ISSUER');
    const database = await Database.connect({ url: env.DATABASE_OPERATOR_URL, name: 'datalab setup', poolSize: 1 });
    try {
      const made = await new SetupService(database).install(installation, env.OIDC_ISSUER);
      print(`${made.organisations} organisations, ${made.people} people, ${made.labs} labs, ${made.datasets} datasets`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
