import type { Area, AreaGeometry } from '@datalab/domain';
import { RegionContext, type AddressEntry, type RegionLevel } from '@datalab/intake';
import type { PlatformSession } from './platform-session.js';

interface RegionAnswer {
  lab: {
    region: Omit<RegionContext, 'levels'> & {
      id: string;
      levels: (RegionLevel & { codePrefix: string | null; hasGeometry: boolean })[];
      hasAddresses: boolean;
      hasPostcodes: boolean;
    };
  };
}

const REGION = `query ($labId: ID!) { lab(id: $labId) { region {
  id code name country timeZone divisionYear hasAddresses hasPostcodes levels { code name codePrefix hasGeometry } } } }`;

/** Fetches the public reference data of a lab's region, with which areas are derived here and not at the platform. */
export async function regionOfLab(session: PlatformSession, labId: string): Promise<RegionContext> {
  const { region } = (await session.ask<RegionAnswer>(REGION, { labId })).lab;
  const path = (file: string) => `/v1/regions/${region.id}/${file}`;
  const areas = JSON.parse(await session.get(path('areas.json'))) as Area[];
  const levels = region.levels.map(({ code, name, codePrefix }) => ({
    code,
    name,
    codePrefix: codePrefix ?? undefined,
  }));
  const lowest = region.levels.at(-1)!;
  const outlines = lowest.hasGeometry ? await session.get(path(`levels/${lowest.code}.geojson`)) : undefined;
  const { code, name, country, timeZone, divisionYear } = region;
  return new RegionContext({
    code,
    name,
    country,
    timeZone,
    divisionYear,
    levels,
    areas,
    geometry: outlines === undefined ? undefined : geometryOf(outlines),
    addresses: region.hasAddresses ? addressesOf(await session.get(path('addresses.csv'))) : undefined,
    postcodes: region.hasPostcodes ? postcodesOf(await session.get(path('postcodes.csv'))) : undefined,
  });
}

interface Outline {
  properties: { code: string };
  geometry: AreaGeometry | null;
}

const geometryOf = (geojson: string): [string, AreaGeometry][] =>
  (JSON.parse(geojson) as { features: Outline[] }).features.flatMap(({ properties, geometry }) =>
    geometry === null ? [] : [[properties.code, geometry]],
  );

// The platform's own lists: no cell holds a comma or a quote.
const rowsOf = (csv: string): string[][] =>
  csv
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));

const postcodesOf = (csv: string): [string, string][] => rowsOf(csv).map(([postcode, area]) => [postcode!, area!]);

const addressesOf = (csv: string): AddressEntry[] =>
  rowsOf(csv).map(([id, postcode, number, letter, addition, areaCode, gridCell, kind, nearCare]) => ({
    id: id!,
    postcode: postcode!,
    number: number!,
    letter: letter!,
    addition: addition!,
    areaCode: areaCode!,
    gridCell: gridCell === '' ? undefined : gridCell!,
    kind: kind as AddressEntry['kind'],
    nearCare: nearCare === 'true',
  }));
