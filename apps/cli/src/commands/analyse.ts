import { analyseCase } from '../analysis/analyse-case.js';
import type { Command } from '../command.js';
import { UsageError } from '../env.js';

export const analyse: Command = {
  name: 'analyse',
  usage: '<method> <case folder>',
  summary: 'Runs one method on the files of a folder, without the platform, and prints the result as JSON.',
  async run([method, folder], print) {
    if (method === undefined || folder === undefined)
      throw new UsageError('Name the method and the folder of the case.');
    print(JSON.stringify(await analyseCase(method, folder), null, 1));
    return 0;
  },
};
