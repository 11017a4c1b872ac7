import { readFileSync } from 'node:fs';
import { realFile } from '../real-data.js';
import type { StoryInstallation } from './install.js';

interface Buurten {
  features: { properties: { GOUW: string; GOUWCODE: string } }[];
}

/** Police and council on the 56 buurten of Breda; codes without the prefix that CBS sets before them. */
export function bredaInstallation(): StoryInstallation {
  const outlines = readFileSync(realFile('nl-breda-police-overlast/breda_buurten.geojson'), 'utf8');
  const wijken = new Map(
    (JSON.parse(outlines) as Buurten).features.map(({ properties }) => [properties.GOUWCODE, properties.GOUW]),
  );
  const lines = [...wijken].map(([code, name]) => `WK0758${code},"${name}",wijk,GM0758,,`);
  return {
    region: {
      'buurt.geojson': outlines,
      'areas.csv': ['code,name,level,parent,population,households', 'GM0758,Breda,gemeente,,,', ...lines, ''].join(
        '\n',
      ),
      'region.json': JSON.stringify({
        code: 'breda',
        name: 'Breda',
        country: 'NL',
        timeZone: 'Europe/Amsterdam',
        divisionYear: 2022,
        levels: [
          { code: 'gemeente', name: 'Gemeente', codePrefix: 'GM' },
          { code: 'wijk', name: 'Wijk', codePrefix: 'WK0758' },
          { code: 'buurt', name: 'Buurt', codePrefix: 'BU0758', file: 'buurt.geojson' },
        ],
        properties: { code: 'BUURTCODE', name: 'BUURT', parent: 'GOUWCODE' },
      }),
    },
    lab: { key: 'breda', name: 'Breda lab', regionCode: 'breda' },
    organisations: [
      { key: 'breda-police', name: 'Breda police', type: 'police' },
      { key: 'breda-council', name: 'Breda council', type: 'municipality' },
    ],
    people: [
      { subject: 'breda-police-steward', organisation: 'breda-police', roles: ['data_steward', 'analyst'] },
      { subject: 'breda-council-coordinator', organisation: 'breda-council', roles: ['coordinator', 'analyst'] },
    ],
    datasets: [
      { key: 'months', organisation: 'breda-police', kind: 'counts', name: 'Overlast per maand' },
      { key: 'buurten', organisation: 'breda-police', kind: 'counts', name: 'Overlast per buurt' },
    ],
  };
}
