import { Database } from '@datalab/data';
import type { Command } from '../command.js';
import { readEnv } from '../env.js';

export const migrate: Command = {
  name: 'migrate',
  usage: '',
  summary: 'Brings the database to the schema of this version; all of it, or nothing.',
  async run(_args, print) {
    const { DATABASE_OWNER_URL: url } = readEnv('DATABASE_OWNER_URL');
    const database = await Database.connect({ url, name: 'datalab migrate', poolSize: 1 });
    try {
      const applied = await database.migrate();
      for (const name of applied) print(`applied ${name}`);
      if (applied.length === 0) print('the schema is up to date');
      return 0;
    } finally {
      await database.close();
    }
  },
};
