import type { StoryInstallation } from './install.js';

/** Neighbourhoods of the story: four, of two buurten each, with so many doors in each buurt. */
const WIJKEN = [1, 2, 3, 4];
const DOORS = 40;
const WIJK_NAMES = ['Oever', 'Molenveld', 'Havenkant', 'Duinzoom'];

/** The title of the shell at whose result the way back begins. */
export const OVERLAP_SHELL = 'Bij hoeveel van ons een adres bekend is';
export const CITY_REPORTS = 'Meldingen overlast';
export const POLICE_REPORTS = 'Incidenten';
export const CARE_REPORTS = 'Meldpunt zorg';

const wijkCode = (wijk: number) => `DZ${wijk}`;
const buurtCode = (wijk: number, side: number) => `DZ${wijk}${side === 0 ? 'N' : 'Z'}`;
const postcode = (wijk: number, side: number) => `190${wijk}${side === 0 ? 'AA' : 'AB'}`;

/** A door of a wijk, 0 to 79: even ones north, odd ones south. */
interface Door {
  wijk: number;
  at: number;
}
const numberOf = ({ at }: Door) => Math.floor(at / 2) + 1;
const sideOf = ({ at }: Door) => at % 2;

function square(wijk: number, side: number): number[][] {
  const [west, south] = [4.8 + wijk * 0.01, 52.43 - side * 0.01];
  const corners = [
    [west, south],
    [west + 0.01, south],
    [west + 0.01, south + 0.01],
    [west, south + 0.01],
  ];
  return [...corners, corners[0]!];
}

function region(): Record<string, string> {
  const buurten = WIJKEN.flatMap((wijk) => [0, 1].map((side) => ({ wijk, side })));
  const features = buurten.map(({ wijk, side }) => ({
    type: 'Feature',
    properties: {
      code: buurtCode(wijk, side),
      name: `${WIJK_NAMES[wijk - 1]!} ${side === 0 ? 'noord' : 'zuid'}`,
      parent: wijkCode(wijk),
    },
    geometry: { type: 'Polygon', coordinates: [square(wijk, side)] },
  }));
  const doors = buurten.flatMap(({ wijk, side }) =>
    Array.from({ length: DOORS }, (_, i) =>
      [
        `DZ-${wijk}${side}-${i + 1}`,
        postcode(wijk, side),
        i + 1,
        '',
        '',
        buurtCode(wijk, side),
        '',
        'dwelling',
        'false',
      ].join(','),
    ),
  );
  return {
    'buurt.geojson': JSON.stringify({ type: 'FeatureCollection', features }),
    'areas.csv': [
      'code,name,level,parent,population,households',
      'DZ,Dijkzicht,gemeente,,700,320',
      ...WIJKEN.map((wijk) => `${wijkCode(wijk)},${WIJK_NAMES[wijk - 1]!},wijk,DZ,175,80`),
      '',
    ].join('\n'),
    'addresses.csv': [
      'address_id,postcode,number,letter,addition,area_code,grid_cell,kind,near_care',
      ...doors,
      '',
    ].join('\n'),
    'region.json': JSON.stringify({
      code: 'dijkzicht',
      name: 'Dijkzicht',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      divisionYear: 2024,
      levels: [
        { code: 'gemeente', name: 'Gemeente' },
        { code: 'wijk', name: 'Wijk' },
        { code: 'buurt', name: 'Buurt', file: 'buurt.geojson' },
      ],
      properties: { code: 'code', name: 'name', parent: 'parent' },
    }),
  };
}

/** A city, its police and a care provider, who lay their addresses beside each other; the last is the receiver of the way back. */
export const releaseStory = (): StoryInstallation => ({
  region: region(),
  lab: { key: 'dijkzicht', name: 'Overlast in Dijkzicht', regionCode: 'dijkzicht' },
  organisations: [
    { key: 'dz-city', name: 'Gemeente Dijkzicht', type: 'municipality' },
    { key: 'dz-police', name: 'Politie Dijkzicht', type: 'police' },
    { key: 'dz-care', name: 'Thuiszorg Dijkzicht', type: 'care_provider' },
  ],
  people: [
    { subject: 'dz-leader', organisation: 'dz-city', roles: ['coordinator'] },
    { subject: 'dz-analyst', organisation: 'dz-city', roles: ['analyst'] },
    { subject: 'dz-city-steward', organisation: 'dz-city', roles: ['data_steward'] },
    { subject: 'dz-police-steward', organisation: 'dz-police', roles: ['data_steward'] },
    { subject: 'dz-care-steward', organisation: 'dz-care', roles: ['data_steward'] },
    { subject: 'dz-care-expert', organisation: 'dz-care', roles: ['domain_expert'] },
  ],
  datasets: [
    { key: 'city', organisation: 'dz-city', kind: 'records', name: CITY_REPORTS },
    { key: 'police', organisation: 'dz-police', kind: 'records', name: POLICE_REPORTS },
    { key: 'care', organisation: 'dz-care', kind: 'records', name: CARE_REPORTS },
  ],
  shells: [
    {
      title: OVERLAP_SHELL,
      kind: 'descriptive',
      method: 'known-to-n',
      unit: 'address',
      areaLevel: 'gemeente',
      grain: 'all',
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      sources: [CITY_REPORTS, POLICE_REPORTS, CARE_REPORTS],
      rows: 'source',
      columns: ['Adressen', 'Deel van de meldingen'],
      use: 'Weten hoeveel zaken bij ons alle drie liggen.',
    },
  ],
});

/** How every source of the story is read: by the house number that stands in it. */
export const STORY_MAPPING = {
  format: 'datalab-mapping/1',
  kind: 'records',
  sourceRecordId: { column: 'nr' },
  area: { by: 'address', postcode: 'postcode', number: 'huisnummer' },
  occurredOn: { column: 'dag', format: 'iso' },
  category: { column: 'soort' },
  categories: {
    vocabulary: { name: 'story', version: '1' },
    codes: { lawaai: 'noise', vuil: 'filth_neglect', ruzie: 'neighbour_dispute' },
  },
  householdKey: { from: 'address' },
  householdRole: { constant: 'subject' },
} as const;

interface Report {
  kind: keyof typeof STORY_MAPPING.categories.codes;
  door: Door;
  month: string;
}

const fileOf = (prefix: string, reports: readonly Report[]): string =>
  [
    'nr;dag;soort;postcode;huisnummer',
    ...reports.map(({ kind, door, month }, i) => {
      const day = String((i % 27) + 1).padStart(2, '0');
      const { wijk } = door;
      return `${prefix}${i};${month}-${day};${kind};${postcode(wijk, sideOf(door))};${numberOf(door)}`;
    }),
    '',
  ].join('\n');

/** `n` doors of a wijk from this one on, `of` different ones, again and again. */
const doors = (wijk: number, from: number, n: number, of = n): Door[] =>
  Array.from({ length: n }, (_, i) => ({ wijk, at: from + (i % of) }));
const months = (first: number, last: number) => (_: unknown, i: number) =>
  `2024-${String(first + (i % (last - first + 1))).padStart(2, '0')}`;
const reports = (kind: Report['kind'], where: readonly Door[], monthOf: (_: unknown, i: number) => string): Report[] =>
  where.map((door, i) => ({ kind, door, month: monthOf(door, i) }));

const QUIET = 1;
const BUSY = [2, 3, 4];

/**
 * The files of the city. In the first wijk there is noise at 36 doors, and one report of something else: what a table of noise and a table of everything
 * differ by. The last month is one like the others: what the measured evidence says in bands stays, so that it does not reopen the answers on the values.
 */
export const cityFiles = {
  untilNovember: fileOf('A', [
    ...reports('lawaai', doors(QUIET, 0, 36), months(1, 6)),
    ...reports('vuil', doors(QUIET, 36, 1), months(6, 6)),
    ...BUSY.flatMap((wijk) => [
      ...reports('lawaai', doors(wijk, 0, 200, 60), months(1, 11)),
      ...reports('vuil', doors(wijk, 40, 88, 38), months(1, 11)),
    ]),
  ]),
  december: fileOf(
    'D',
    BUSY.flatMap((wijk) => [
      ...reports('lawaai', doors(wijk, 0, 28), months(12, 12)),
      ...reports('vuil', doors(wijk, 40, 12), months(12, 12)),
    ]),
  ),
};

/** What the others bring: in the busy wijken, at doors of which a part is known to all three. */
export const policeFiles = {
  untilNovember: fileOf(
    'P',
    BUSY.flatMap((wijk) => reports('ruzie', doors(wijk, 0, 40), months(1, 11))),
  ),
  december: fileOf(
    'Q',
    BUSY.flatMap((wijk) => reports('ruzie', doors(wijk, 0, 4), months(12, 12))),
  ),
};
export const careFile = fileOf(
  'C',
  BUSY.flatMap((wijk) => reports('vuil', doors(wijk, 20, 40), months(1, 12))),
);
/** Doors that all three know: 20 to 39 of every busy wijk. */
export const KNOWN_TO_ALL = BUSY.length * 20;
