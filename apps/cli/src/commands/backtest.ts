import { parseArgs } from 'node:util';
import { backTest, nextPeriod } from '@datalab/analysis';
import type { Command } from '../command.js';
import { UsageError } from '../env.js';
import { areaLines, conclusion, describePanel, scoreLines } from '../forecast/back-test-report.js';
import { readPanelFile } from '../forecast/read-panel-file.js';

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'first-origin': { type: 'string', default: '36' }, neighbours: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'These arguments are not right.');
  }
}

export const backtest: Command = {
  name: 'backtest',
  usage: '<panel.csv> [--first-origin 36] [--neighbours <pairs.csv>]',
  summary: 'Tests every forecast on a panel (area, period, count) by rolling origin, beside the naive ones.',
  async run(args, print) {
    const { positionals, values } = readArguments(args);
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new UsageError('Name one panel file.');
    const file = await readPanelFile(path, values.neighbours);
    for (const line of describePanel(file)) print(line);
    try {
      const test = backTest(file.panel, { firstOrigin: Number(values['first-origin']) });
      print(`rolling origin, horizon 1: ${test.origins} origin(s) from ${test.firstOrigin} periods of history`);
      print('');
      for (const line of [...scoreLines(test), ...areaLines(test)]) print(line);
      print('');
      for (const line of conclusion(test, nextPeriod(file.panel))) print(line);
    } catch (error) {
      if (error instanceof RangeError) throw new UsageError(`${error.message}.`);
      throw error;
    }
    return 0;
  },
};
