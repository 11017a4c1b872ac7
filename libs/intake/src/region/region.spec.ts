import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AreaGeometry } from '@datalab/domain';
import { AddressList } from './address-list.js';
import { AreaLocator } from './area-locator.js';
import { gridCellCorner, gridCellOf, gridCellOfRd, gridCellOutline } from './grid-cell.js';
import { gridSquaresOf } from './grid-squares.js';
import { rdToWgs84, wgs84ToRd } from './projection.js';
import { RegionContext } from './region-context.js';

const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...rings: [number, number][][]): AreaGeometry => ({ type: 'Polygon', coordinates: rings });

describe('finding the area of a point', () => {
  const locator = new AreaLocator([
    ['B', polygon(square(1, 0, 1))],
    ['A', polygon(square(0, 0, 1), square(0.4, 0.4, 0.2))],
    ['C', { type: 'MultiPolygon', coordinates: [[square(5, 5, 1)], [square(0.4, 0.4, 0.2)]] }],
  ]);

  it('knows holes, parts and the outside, and gives a border to one side', () => {
    expect(locator.areaAt(0.1, 0.1)).toBe('A');
    expect(locator.areaAt(0.5, 0.5)).toBe('C');
    expect(locator.areaAt(5.5, 5.5)).toBe('C');
    expect(locator.areaAt(3, 3)).toBeUndefined();
    expect(locator.areaAt(Number.NaN, 0)).toBeUndefined();
    expect(['A', 'B']).toContain(locator.areaAt(1, 0.3));
    expect(new AreaLocator([]).areaAt(0, 0)).toBeUndefined();
  });

  it('gives every point of a tiling to exactly one tile', () => {
    const tiles = Array.from(
      { length: 16 },
      (_, i) => [`T${i}`, polygon(square(i % 4, Math.floor(i / 4), 1))] as const,
    );
    const tiling = new AreaLocator(tiles);
    const alone = tiles.map((tile) => ({ code: tile[0], locator: new AreaLocator([tile]) }));
    const grid = fc.integer({ min: 0, max: 399 }).map((n) => n / 100);
    fc.assert(
      fc.property(grid, grid, (x, y) => {
        const holding = alone.filter((tile) => tile.locator.areaAt(x, y) !== undefined);
        expect(holding).toHaveLength(1);
        expect(tiling.areaAt(x, y)).toBe(holding[0]!.code);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('the Dutch grid', () => {
  it('agrees with the published corner stones of RD', () => {
    // Amersfoort, the origin of RD, and Martinitoren Groningen (Kadaster).
    const [longitude, latitude] = rdToWgs84(155_000, 463_000);
    expect(longitude).toBeCloseTo(5.3872, 4);
    expect(latitude).toBeCloseTo(52.15517, 4);
    const [x, y] = wgs84ToRd(6.568226, 53.219339);
    expect(Math.hypot(x - 233_883, y - 582_065)).toBeLessThan(60);
    expect(rdToWgs84(...wgs84ToRd(4.77, 51.58))[0]).toBeCloseTo(4.77, 7);
  });

  it('names a cell of 200 m by its south-west corner', () => {
    expect(gridCellOfRd(106_850, 398_399.9)).toBe('E1068N3982');
    expect(gridCellOfRd(1_000, 400_000)).toBe('E0010N4000');
    expect(gridCellOfRd(-5, 400_000)).toBeUndefined();
    expect(gridCellOf(-2.58, 51.45)).toBeUndefined();
    expect(gridCellOf(4.776, 51.589)).toMatch(/^E\d{3}[02468]N\d{3}[02468]$/);
  });
});

describe('the squares of a region', () => {
  const rd = (...corners: [number, number][]): AreaGeometry => polygon(corners.map(([x, y]) => rdToWgs84(x, y)));
  // Two areas side by side, 480 m high; the border runs through the squares of E1204 and left of their middle.
  const west = rd([120_000, 480_000], [120_450, 480_000], [120_450, 480_480], [120_000, 480_480], [120_000, 480_000]);
  const east = rd([120_450, 480_000], [120_950, 480_000], [120_950, 480_480], [120_450, 480_480], [120_450, 480_000]);

  it('are each of the area in which their middle lies, and of none but once', () => {
    const squares = gridSquaresOf([
      ['west', west],
      ['east', east],
    ]);
    const of = (area: string) => [...squares].filter(([, own]) => own === area).map(([code]) => code);
    expect(of('west')).toEqual(['E1200N4800', 'E1200N4802', 'E1202N4800', 'E1202N4802']);
    // The middles of N4804 lie north of the edge, those of E1208 inside it.
    expect(of('east')).toEqual(['E1204N4800', 'E1204N4802', 'E1206N4800', 'E1206N4802', 'E1208N4800', 'E1208N4802']);
    for (const code of squares.keys()) expect(gridCellOfRd(...gridCellCorner(code))).toBe(code);
  });

  it('are drawn in degrees so that the middle lies in the square, and neighbours share their corners', () => {
    const ringOf = (cell: string) => {
      const outline = gridCellOutline(cell);
      return outline.type === 'Polygon' ? outline.coordinates[0]! : [];
    };
    const [one, next] = [ringOf('E1200N4800'), ringOf('E1202N4800')];
    expect(one).toHaveLength(5);
    expect(one[4]).toEqual(one[0]);
    expect([next[0], next[3]]).toEqual([one[1], one[2]]);
    const middle = [0, 1].map((at) => (one[0]![at]! + one[2]![at]!) / 2);
    expect(gridCellOf(middle[0]!, middle[1]!)).toBe('E1200N4800');
  });

  it('are none where there is no outline, or none in the Netherlands', () => {
    expect(gridSquaresOf([]).size).toBe(0);
    expect(gridSquaresOf([['bristol', polygon(square(-2.6, 51.45, 0.02))]]).size).toBe(0);
  });
});

describe('addresses and names', () => {
  const entry = {
    areaCode: 'BU1',
    kind: 'dwelling' as const,
    nearCare: false,
    postcode: '1234AB',
    letter: '',
    addition: '',
  };
  const list = new AddressList([
    { ...entry, id: '1', number: '12', letter: 'a', addition: 'bis' },
    { ...entry, id: '2', number: '12' },
    { ...entry, id: '3', number: '14', letter: 'B' },
    { ...entry, id: '4', number: '14', addition: 'b' },
  ]);

  it.each([
    [{ postcode: '1234 ab', number: '12 A-bis' }, '1'],
    [{ postcode: '1234AB', number: '12', letter: 'A', addition: 'BIS' }, '1'],
    [{ postcode: '1234AB', number: '012' }, '2'],
    [{ postcode: '1234AB', number: '12.0' }, '2'],
    [{ postcode: '1234AB', number: '13' }, 'not_listed'],
    [{ postcode: '1234AB', number: '14b' }, 'ambiguous'],
    [{ postcode: '', number: '14' }, 'incomplete'],
    [{ postcode: '0234AB', number: '14' }, 'malformed'],
    [{ postcode: '1234AB', number: 'boven' }, 'malformed'],
  ])('looks up %j', (parts, expected) => {
    const { found, cause } = list.find(parts);
    expect(found?.id ?? cause).toBe(expected);
  });

  it('finds names whatever the accents, highest level first, and knows a foreign code from a malformed one', () => {
    const area = (code: string, name: string, level: string) => ({
      code,
      name,
      level,
      parentCode: null,
      population: null,
      households: null,
    });
    const region = new RegionContext({
      code: 'r',
      name: 'R',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      divisionYear: 2024,
      levels: [
        { code: 'wijk', name: 'Wijk' },
        { code: 'buurt', name: 'Buurt' },
      ],
      areas: [
        area('BU07580001', 'Chassé', 'buurt'),
        area('BU07580002', 'Bavel', 'buurt'),
        area('WK075801', 'Bavel', 'wijk'),
      ],
    });
    const codes = (name: string) => region.areasNamed(name).map((found) => found.code);
    expect(codes('CHASSE')).toEqual(['BU07580001']);
    expect(codes('Chass')).toEqual(['BU07580001']);
    expect(codes('\u200Bbavel ')).toEqual(['WK075801', 'BU07580002']);
    expect(codes('Onbekend')).toEqual([]);
    expect(['BU03630001', 'BU0363AA01', 'WK036300'].every(region.isWellFormedCode)).toBe(true);
    expect(['0001', 'bu07580001', 'BU0758000O1', 'Bavel', ''].some(region.isWellFormedCode)).toBe(false);
  });
});
