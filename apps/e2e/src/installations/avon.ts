import { readFileSync } from 'node:fs';
import { realFile } from '../real-data.js';
import type { StoryInstallation } from './install.js';

interface Lsoas {
  features: { properties: { LAD13CD: string; LAD13NM: string } }[];
}

/** Police and council on the 678 areas of Avon: a foreign hierarchy of two levels. */
export function avonInstallation(): StoryInstallation {
  const outlines = readFileSync(realFile('uk-avon-asb-fms/lsoa_2011.geojson'), 'utf8');
  const districts = new Map(
    (JSON.parse(outlines) as Lsoas).features.map(({ properties }) => [properties.LAD13CD, properties.LAD13NM]),
  );
  const lines = [...districts].map(([code, name]) => `${code},"${name}",district,,,`);
  return {
    region: {
      'lsoa.geojson': outlines,
      'areas.csv': ['code,name,level,parent,population,households', ...lines, ''].join('\n'),
      'region.json': JSON.stringify({
        code: 'avon',
        name: 'Avon',
        country: 'GB',
        timeZone: 'Europe/London',
        divisionYear: 2011,
        levels: [
          { code: 'district', name: 'District' },
          { code: 'lsoa', name: 'LSOA', file: 'lsoa.geojson' },
        ],
        properties: { code: 'LSOA11CD', name: 'LSOA11NM', parent: 'LAD13CD' },
      }),
    },
    lab: { key: 'avon', name: 'Avon lab', regionCode: 'avon' },
    organisations: [
      { key: 'avon-police', name: 'Avon police', type: 'police' },
      { key: 'avon-council', name: 'Avon council', type: 'municipality' },
    ],
    people: [
      { subject: 'avon-police-steward', organisation: 'avon-police', roles: ['data_steward', 'analyst'] },
      { subject: 'avon-council-steward', organisation: 'avon-council', roles: ['data_steward'] },
      { subject: 'avon-council-coordinator', organisation: 'avon-council', roles: ['coordinator'] },
    ],
    datasets: [
      { key: 'police', organisation: 'avon-police', kind: 'records', name: 'Street crime' },
      { key: 'fms', organisation: 'avon-council', kind: 'counts', name: 'FixMyStreet' },
    ],
  };
}
