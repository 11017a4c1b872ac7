import { readFile } from 'node:fs/promises';
import { Database } from '@datalab/data';
import { registerHoldersOfLab } from '@datalab/features';
import { z } from 'zod';
import type { Command } from '../command.js';
import { readEnv, UsageError } from '../env.js';

const CARDS = z.array(
  z.object({
    labId: z.string(),
    holderId: z.string(),
    suite: z.string(),
    context: z.string(),
    publicKey: z.string(),
    possession: z.string(),
    /** Where clients reach the key service. */
    url: z.url({ protocol: /^https?$/ }),
  }),
);

export const custodyRegister: Command = {
  name: 'custody register',
  usage: '<cards.json>',
  summary: 'Registers the holders of labs’ keys from the cards that their key services printed, each with its url.',
  async run([file], print) {
    if (file === undefined) throw new UsageError('Name the file with the cards.');
    const cards = CARDS.parse(JSON.parse(await readFile(file, 'utf8')));
    const env = readEnv('DATABASE_OPERATOR_URL');
    const database = await Database.connect({ url: env.DATABASE_OPERATOR_URL, name: 'datalab custody', poolSize: 1 });
    try {
      for (const [labId, ofLab] of Map.groupBy(cards, (card) => card.labId))
        print(`${labId}: ${await registerHoldersOfLab(database, labId, ofLab)} key holders`);
      return 0;
    } finally {
      await database.close();
    }
  },
};
