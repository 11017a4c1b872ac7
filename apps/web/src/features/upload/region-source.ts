import type { Area } from '@datalab/domain';
import { RegionContext, type AddressEntry, type Mapping, type RegionDefinition } from '@datalab/intake';
import type { FeatureCollection } from 'geojson';
import { fetchFile } from '../../gql/request.js';
import { addressesOf, geometryOf, postcodesOf } from './region-files.js';
import type { RegionRef } from './intake-protocol.js';

const text = async (path: string): Promise<string> => (await fetchFile(path)).text();

/**
 * Fetches what is needed to find areas: boundaries for points, the address list for addresses. Without a mapping (while one is being proposed) all of it,
 * because then nobody knows yet what the file will need.
 */
export async function fetchRegion(region: RegionRef, mapping?: Mapping): Promise<RegionContext> {
  const base = `/v1/regions/${region.id}`;
  const rule = mapping?.area?.by;
  const isOpen = mapping === undefined;
  const needsGeometry = isOpen || rule === 'point' || (mapping?.kind === 'records' && mapping.point !== undefined);
  const needsAddresses =
    region.hasAddresses && (isOpen || rule === 'address' || (rule === 'postcode' && !region.hasPostcodes));
  const areas = (await (await fetchFile(`${base}/areas.json`)).json()) as Area[];
  const levels = region.levels.map(({ code, name, codePrefix }) => ({
    code,
    name,
    ...(codePrefix ? { codePrefix } : {}),
  }));
  const definition: RegionDefinition = { ...region, levels, areas };
  if (needsGeometry) {
    const lowest = region.levels.at(-1)?.code ?? '';
    definition.geometry = geometryOf(JSON.parse(await text(`${base}/levels/${lowest}.geojson`)) as FeatureCollection);
  }
  if (needsAddresses) definition.addresses = addressesOf(await text(`${base}/addresses.csv`)) satisfies AddressEntry[];
  if ((isOpen || rule === 'postcode') && region.hasPostcodes)
    definition.postcodes = postcodesOf(await text(`${base}/postcodes.csv`));
  return new RegionContext(definition);
}
