import { rdToWgs84 } from '../geometry/rd-to-wgs84.js';
import type { Ring } from '../geometry/point.js';
import { MUNICIPALITY } from '../plan/sheet.js';
import type { DemoArea, DemoRegion } from './region.js';

/** The year whose division of areas the demo claims to be. */
const DIVISION_YEAR = 2024;

/**
 * The region as the files of a region folder, path → text (UTF-8): `region.json`, one GeoJSON per level (WGS84, six decimals; neighbours
 * and levels share every border point), `areas.csv`, `addresses.csv`, `postcodes.csv`, and `water.geojson` as scenery for a map.
 */
export function regionFiles(region: DemoRegion): Record<string, string> {
  const levels = [
    { code: 'gemeente', name: 'Gemeente', areas: [region.municipality], codePrefix: MUNICIPALITY.code },
    { code: 'wijk', name: 'Wijk', areas: region.wijken, codePrefix: `WK${MUNICIPALITY.codeDigits}` },
    { code: 'buurt', name: 'Buurt', areas: region.buurten, codePrefix: `BU${MUNICIPALITY.codeDigits}` },
  ];
  const definition = {
    code: region.code,
    name: region.name,
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    divisionYear: DIVISION_YEAR,
    crs: 'EPSG:4326',
    levels: levels.map(({ code, name, codePrefix }) => ({ code, name, file: `${code}.geojson`, codePrefix })),
    properties: {
      code: 'code',
      name: 'name',
      parent: 'parent',
      population: 'population',
      households: 'households',
    },
  };
  const areas = levels.flatMap((level) => level.areas);
  return {
    'region.json': `${JSON.stringify(definition, null, 2)}\n`,
    ...Object.fromEntries(levels.map((level) => [`${level.code}.geojson`, collection(level.areas.map(areaFeature))])),
    'water.geojson': collection(region.water.map((ring) => feature([ring], { kind: 'water' }))),
    'areas.csv': csv(
      ['code', 'name', 'level', 'parent', 'population', 'households'],
      areas.map((a) => [a.code, a.name, a.level, a.parentCode ?? '', a.population, a.households]),
    ),
    'addresses.csv': csv(
      ['address_id', 'postcode', 'number', 'letter', 'addition', 'area_code', 'grid_cell', 'kind', 'near_care'],
      region.addresses.map((a) => [
        a.id,
        a.postcode,
        a.number,
        a.letter,
        a.addition,
        region.buurten[a.buurt]!.code,
        a.cell,
        a.kind,
        String(a.nearCare),
      ]),
    ),
    'postcodes.csv': csv(['postcode', 'area_code'], postcodeRows(region)),
  };
}

const areaFeature = (area: DemoArea): string =>
  feature(area.rings, {
    code: area.code,
    name: area.name,
    parent: area.parentCode,
    population: area.population,
    households: area.households,
  });

const feature = (rings: readonly Ring[], properties: Record<string, unknown>): string =>
  JSON.stringify({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map(rdToWgs84)) },
  });

/** One feature per line: such a file can be read, and compared with its former self. */
const collection = (features: readonly string[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;

/** No value of the demo holds a comma, quote or line break, so nothing needs quoting. */
const csv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`;

/** Every postcode lies on one side of one street, so in one buurt. */
function postcodeRows(region: DemoRegion): [string, string][] {
  const buurtOf = new Map(region.addresses.map((a) => [a.postcode, region.buurten[a.buurt]!.code]));
  return [...buurtOf].sort(([a], [b]) => (a < b ? -1 : 1));
}
