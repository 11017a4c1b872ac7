import { describe, expect, it } from '@jest/globals';
import { readRegion } from './read-region.js';

const square = (x: number, y: number, size = 1) => [
  [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ],
];
const feature = (code: string, coordinates: unknown, parent = 'G1', type = 'Polygon') => ({
  type: 'Feature',
  properties: { code, name: `Buurt ${code}`, parent, population: '1200' },
  geometry: { type, coordinates },
});
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

const description = (changes: object = {}) =>
  JSON.stringify({
    code: 'test',
    name: 'Test',
    country: 'NL',
    timeZone: 'Europe/Amsterdam',
    divisionYear: 2024,
    levels: [
      { code: 'gemeente', name: 'gemeente' },
      { code: 'buurt', name: 'buurt', file: 'buurt.geojson' },
    ],
    properties: { code: 'code', name: 'name', parent: 'parent', population: 'population' },
    ...changes,
  });
const AREAS = 'code,name,level,parent,population,households\nG1,Gemeente,gemeente,,50000,22000\n';

const read = (buurten: string, changes: { files?: Record<string, string>; region?: object } = {}) =>
  readRegion(
    new Map(
      Object.entries({
        'region.json': description(changes.region),
        'buurt.geojson': buurten,
        'areas.csv': AREAS,
        ...changes.files,
      }),
    ),
  );
const codes = (result: ReturnType<typeof readRegion>) =>
  result.faults.map(({ code, severity }) => `${severity} ${code}`);

describe('readRegion', () => {
  it('reads areas with their lineage and figures, in WGS84', () => {
    const { region, faults } = read(collection(feature('B1', square(0, 0)), feature('B2', square(1, 0))));
    expect(faults).toEqual([]);
    expect(region!.areas.map(({ code, lineage, population }) => [code, lineage, population])).toEqual([
      ['G1', ['G1'], 50000],
      ['B1', ['B1', 'G1'], 1200],
      ['B2', ['B2', 'G1'], 1200],
    ]);
  });

  it('reprojects the Dutch grid', () => {
    const { region } = read(collection(feature('B1', square(155_000, 463_000, 1_000))), {
      region: { crs: 'EPSG:28992' },
    });
    const [longitude, latitude] = region!.areas.at(-1)!.geometry!.coordinates[0]![0]! as unknown as [number, number];
    // The grid's origin: the tower of Amersfoort.
    expect(longitude).toBeCloseTo(5.3876, 3);
    expect(latitude).toBeCloseTo(52.1552, 3);
  });

  it.each([
    [
      'a code that occurs twice',
      collection(feature('B1', square(0, 0)), feature('B1', square(1, 0))),
      'error code.duplicate',
    ],
    ['a parent that is not there', collection(feature('B1', square(0, 0), 'G9')), 'error parent.unknown'],
    ['a feature without a code', collection(feature('', square(0, 0))), 'error code.missing'],
    [
      'metres where degrees are promised',
      collection(feature('B1', square(155_000, 463_000))),
      'error coordinates.wrong-system',
    ],
    [
      'a ring that is not closed',
      collection(
        feature('B1', [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ]),
      ),
      'error geometry.ring',
    ],
    ['a point', collection(feature('B1', [0, 0], 'G1', 'Point')), 'error geometry.kind'],
    [
      'areas that lie on each other',
      collection(feature('B1', square(0, 0)), feature('B2', square(0.5, 0))),
      'error geometry.overlap',
    ],
    ['a text that is no GeoJSON', 'code;naam', 'error file.malformed'],
  ])('reports %s, with the feature named', (_, buurten, expected) => {
    const result = read(buurten);
    expect(codes(result)).toContain(expected);
    expect(result.region).toBeUndefined();
    expect(result.faults.every(({ file }) => file === 'buurt.geojson')).toBe(true);
  });

  it('warns of a hole, naming the areas around it, and does not mind a shared border', () => {
    const ring = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y) => [x, y] as const)).filter(([x, y]) => x !== 1 || y !== 1);
    const result = read(collection(...ring.map(([x, y]) => feature(`B${x}${y}`, square(x, y)))));
    expect(codes(result)).toEqual(['warning geometry.hole']);
    expect(result.faults[0]!.message).toMatch(/B\d\d/);
    expect(result.region).toBeDefined();
  });

  it('tells all faults of all files at once', () => {
    const result = read(collection(feature('B1', square(0, 0), 'G9')), {
      files: { 'postcodes.csv': 'postcode,area_code\n1234AB,B7\n' },
    });
    expect(result.faults.map(({ file }) => file)).toEqual(['buurt.geojson', 'postcodes.csv']);
  });

  it('says what is wrong with a description', () => {
    const result = readRegion(new Map([['region.json', '{"code":"x"}']]));
    expect(result.faults.map(({ feature: place }) => place)).toContain('levels');
    expect(readRegion(new Map()).faults[0]).toMatchObject({ code: 'file.missing' });
  });
});
