import type { Area, AreaGeometry } from '@datalab/domain';
import { RegionContext, type RegionLevel } from '../region/region-context.js';

interface Feature {
  properties: Record<string, string>;
  geometry: AreaGeometry;
}

/** A region of two or three levels out of the GeoJSON of its lowest level, for tests with real files. */
export function regionOf(
  text: string,
  description: {
    code: string;
    country: string;
    timeZone: string;
    levels: readonly RegionLevel[];
    lowest: (properties: Record<string, string>) => { code: string; name: string };
    /** Areas of the higher levels, each with the name or code that its children carry. */
    higher: (properties: Record<string, string>) => readonly { code: string; name: string; level: string }[];
  },
): RegionContext {
  const { features } = JSON.parse(text) as { features: Feature[] };
  const areas = new Map<string, Area>();
  const geometry: [string, AreaGeometry][] = [];
  const unknown = { population: null, households: null };
  const lowestLevel = description.levels.at(-1)!.code;
  for (const feature of features) {
    const above = description.higher(feature.properties);
    above.forEach(({ code, name, level }, i) =>
      areas.set(code, { code, name, level, parentCode: above[i - 1]?.code ?? null, ...unknown }),
    );
    const { code, name } = description.lowest(feature.properties);
    areas.set(code, { code, name, level: lowestLevel, parentCode: above.at(-1)?.code ?? null, ...unknown });
    geometry.push([code, feature.geometry]);
  }
  return new RegionContext({
    ...description,
    name: description.code,
    divisionYear: 2024,
    areas: [...areas.values()],
    geometry,
  });
}

/** Avon: 678 LSOAs of 2011 in four districts. */
export const avonRegion = (geojson: string): RegionContext =>
  regionOf(geojson, {
    code: 'avon',
    country: 'GB',
    timeZone: 'Europe/London',
    levels: [
      { code: 'district', name: 'District' },
      { code: 'lsoa', name: 'LSOA' },
    ],
    lowest: (p) => ({ code: p['LSOA11CD']!, name: p['LSOA11NM']! }),
    higher: (p) => [{ code: p['LAD13CD']!, name: p['LAD13NM']!, level: 'district' }],
  });

/** Breda: 56 buurten in eleven wijken. The wijk has no code in the source: its number is part of the buurt code. */
export const bredaRegion = (geojson: string): RegionContext =>
  regionOf(geojson, {
    code: 'breda',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    levels: [
      { code: 'gemeente', name: 'Gemeente', codePrefix: 'GM0758' },
      { code: 'wijk', name: 'Wijk', codePrefix: 'WK0758' },
      { code: 'buurt', name: 'Buurt', codePrefix: 'BU0758' },
    ],
    lowest: (p) => ({ code: `BU0758${p['BUURTCODE']}`, name: p['BUURT']! }),
    higher: (p) => [
      { code: 'GM0758', name: 'Breda', level: 'gemeente' },
      { code: `WK0758${p['GOUWCODE']}`, name: p['GOUW']!, level: 'wijk' },
    ],
  });
