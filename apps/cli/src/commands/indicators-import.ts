import { readFile } from 'node:fs/promises';
import { Database } from '@datalab/data';
import { IndicatorImportService, type IndicatorImport } from '@datalab/features';
import type { Command } from '../command.js';
import { readEnv, UsageError } from '../env.js';

export const indicatorsImport: Command = {
  name: 'indicators import',
  usage: '<file.csv> --region CODE --year YYYY',
  summary: 'Brings public figures per area (CBS Kerncijfers wijken en buurten, or the same form) into a region.',
  async run(args, print) {
    const [file] = args;
    const region = after(args, '--region');
    const year = Number(after(args, '--year'));
    if (file === undefined || region === undefined || !Number.isInteger(year))
      throw new UsageError('Name the file, the region and the year: <file.csv> --region CODE --year YYYY.');
    const { indicators, areas, otherAreas, faults } = await importIndicators(
      region,
      year,
      await readFile(file, 'utf8'),
    );
    for (const { feature, message } of faults) print(`error: ${file}, ${feature}: ${message}`);
    if (faults.length > 0) {
      print('nothing was imported');
      return 1;
    }
    print(`${indicators} indicators of ${year} for ${areas} areas; ${otherAreas} rows were about other areas`);
    return 0;
  },
};

/** Writes a table of indicators with the operator's role. */
export async function importIndicators(region: string, year: number, text: string): Promise<IndicatorImport> {
  const { DATABASE_OPERATOR_URL: url } = readEnv('DATABASE_OPERATOR_URL');
  const database = await Database.connect({ url, name: 'datalab indicators import', poolSize: 1 });
  try {
    return await new IndicatorImportService(database).import(region, year, text);
  } finally {
    await database.close();
  }
}

const after = (args: readonly string[], option: string): string | undefined => {
  const at = args.indexOf(option);
  return at === -1 ? undefined : args[at + 1];
};
