import { DEMO_SEED, demoRegion, regionFiles } from '@datalab/demo';
import { RegionContext, type AddressEntry } from '@datalab/intake';
import { readRegion, type Region } from '@datalab/region';

/** The demo's region, read and checked as an operator imports it. */
export function checkedRegion(): Region {
  const { region, faults } = readRegion(new Map(Object.entries(regionFiles(demoRegion(DEMO_SEED)))));
  if (region === undefined) throw new Error(`the demo region is not right: ${JSON.stringify(faults)}`);
  return region;
}

/** The region as a partner's client knows it. */
export function contextOf(region: Region): RegionContext {
  const { description, areas, postcodes } = region;
  return new RegionContext({
    ...description,
    areas: areas.map(({ code, name, level, parentCode, population, households }) => ({
      code,
      name,
      level,
      parentCode,
      population,
      households,
    })),
    geometry: areas.flatMap(({ code, geometry }) => (geometry === null ? [] : [[code, geometry] as const])),
    addresses: addressesOf(region),
    postcodes: postcodes.map(({ postcode, areaCode }) => [postcode, areaCode] as const),
  });
}

/** Every address of the region's public list. */
export const addressesOf = ({ addresses }: Region): AddressEntry[] =>
  addresses.map(({ addressId, gridCell, number, kind, ...rest }) => ({
    ...rest,
    id: addressId,
    number: String(number),
    gridCell: gridCell ?? undefined,
    kind: kind as AddressEntry['kind'],
  }));
