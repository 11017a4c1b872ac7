import { verifyOracles } from '../analysis/verify-oracles.js';
import { verdict, type Command } from '../command.js';
import { UsageError } from '../env.js';

export const verifyOraclesCommand: Command = {
  name: 'verify oracles',
  usage: '<folder> [method …]',
  summary: 'Holds every method against the golden cases of a folder.',
  async run([folder, ...methods], print) {
    if (folder === undefined) throw new UsageError('Name the folder of the golden cases.');
    const { passed, failed } = await verifyOracles(folder, print, methods.length > 0 ? methods : undefined);
    return verdict({ passed, failed }, () => undefined);
  },
};
