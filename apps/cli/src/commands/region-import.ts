import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '@datalab/data';
import { RegionImportService } from '@datalab/features';
import { readRegion, type Region, type RegionFault } from '@datalab/region';
import type { Command } from '../command.js';
import { readEnv, UsageError } from '../env.js';

const READABLE = /\.(json|geojson|csv)$/;

export const regionImport: Command = {
  name: 'region import',
  usage: '<folder>',
  summary: 'Checks a region (areas, outlines, population, addresses, postcodes) and brings it in; see docs/regions.md.',
  async run([folder], print) {
    if (folder === undefined) throw new UsageError('Name the folder of the region.');
    const names = (await readdir(folder)).filter((name) => READABLE.test(name));
    const files = new Map(
      await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
    );
    const { region, faults } = readRegion(files);
    for (const fault of faults) print(sentence(fault));
    if (region === undefined) {
      print('nothing was imported');
      return 1;
    }
    await importRegion(region);
    print(summary(region));
    return 0;
  },
};

/** Writes a checked region with the operator's role. */
export async function importRegion(region: Region): Promise<void> {
  const { DATABASE_OPERATOR_URL: url } = readEnv('DATABASE_OPERATOR_URL');
  const database = await Database.connect({ url, name: 'datalab region import', poolSize: 1 });
  try {
    await new RegionImportService(database).import(region);
  } finally {
    await database.close();
  }
}

const sentence = ({ severity, file, feature, message }: RegionFault): string =>
  `${severity}: ${file}${feature === '' ? '' : `, ${feature}`}: ${message}`;

const summary = ({ description, areas, addresses, postcodes }: Region): string => {
  const perLevel = description.levels
    .map(({ code, name }) => `${areas.filter(({ level }) => level === code).length} × ${name.toLowerCase()}`)
    .join(', ');
  return `${description.name} ${description.divisionYear}: ${perLevel}, ${addresses.length} addresses, ${postcodes.length} postcodes`;
};
