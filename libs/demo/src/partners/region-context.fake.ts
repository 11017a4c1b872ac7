import type { AreaGeometry } from '@datalab/domain';
import { RegionContext } from '@datalab/intake';
import { regionFiles } from '../region/region-files.js';
import type { DemoRegion } from '../region/region.js';

interface Feature {
  properties: { code: string };
  geometry: AreaGeometry;
}

/** The region as a partner's client holds it, read back from the files of the region folder. For tests. */
export function regionContext(region: DemoRegion): RegionContext {
  const files = regionFiles(region);
  const table = (path: string): string[][] =>
    files[path]!.trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
  const { features } = JSON.parse(files['buurt.geojson']!) as { features: Feature[] };
  const definition = JSON.parse(files['region.json']!) as {
    divisionYear: number;
    levels: { code: string; name: string; codePrefix: string }[];
  };
  return new RegionContext({
    code: region.code,
    name: region.name,
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    divisionYear: definition.divisionYear,
    levels: definition.levels,
    areas: table('areas.csv').map(([code, name, level, parent, population, households]) => ({
      code: code!,
      name: name!,
      level: level!,
      parentCode: parent === '' ? null : parent!,
      population: Number(population),
      households: Number(households),
    })),
    geometry: features.map((feature) => [feature.properties.code, feature.geometry] as const),
    addresses: table('addresses.csv').map(
      ([id, postcode, number, letter, addition, areaCode, gridCell, kind, near]) => ({
        id: id!,
        postcode: postcode!,
        number: number!,
        letter: letter!,
        addition: addition!,
        areaCode: areaCode!,
        gridCell: gridCell!,
        kind: kind as 'dwelling' | 'institution_or_shared',
        nearCare: near === 'true',
      }),
    ),
    postcodes: table('postcodes.csv').map(([postcode, area]) => [postcode!, area!] as const),
  });
}
