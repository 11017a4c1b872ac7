import type { AreaGeometry } from '@datalab/domain';
import type { Region, RegionArea } from '@datalab/region';

const COLUMNS = 6;
const ROWS = 4;
/** Degrees: about 70 by 110 metres. */
const SIDE = 0.001;

/** The buurt in this column (0–5) and row (0–3) of the test region; columns 0–2 lie in wijk W1, 3–5 in W2. */
export const buurtAt = (column: number, row: number): string =>
  `B${row * COLUMNS + column + 1}`.replace(/^B(\d)$/, 'B0$1');

/**
 * A municipality G of two wijken (W1, W2) of twelve square buurten each (B01–B24, four rows of six), enough for a hotspot test. Every
 * buurt has 1,000 inhabitants and 500 households. Two addresses and a postcode.
 */
export function testRegion(code = 'test'): Region {
  const buurten: RegionArea[] = [];
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS; column += 1) {
      const wijk = column < COLUMNS / 2 ? 'W1' : 'W2';
      buurten.push(area(buurtAt(column, row), 'buurt', [wijk, 'G'], 1_000, square(column, row)));
    }
  return {
    description: {
      code,
      name: 'Teststad',
      country: 'NL',
      timeZone: 'Europe/Amsterdam',
      divisionYear: 2024,
      crs: 'EPSG:4326',
      levels: [
        { code: 'gemeente', name: 'Gemeente' },
        { code: 'wijk', name: 'Wijk' },
        { code: 'buurt', name: 'Buurt' },
      ],
      properties: { code: 'code', name: 'name' },
    },
    areas: [
      area('G', 'gemeente', [], 24_000, null),
      area('W1', 'wijk', ['G'], 12_000, null),
      area('W2', 'wijk', ['G'], 12_000, null),
      ...buurten,
    ],
    addresses: [address('a1', 1, 'B01'), address('a2', 2, 'B02')],
    postcodes: [{ postcode: '1234AB', areaCode: 'B01' }],
  };
}

const area = (
  code: string,
  level: string,
  above: string[],
  population: number,
  geometry: AreaGeometry | null,
): RegionArea => ({
  code,
  name: `${level} ${code}`,
  level,
  parentCode: above[0] ?? null,
  lineage: [code, ...above],
  population,
  households: population / 2,
  geometry,
});

function square(column: number, row: number): AreaGeometry {
  // Corners from the same products, so that neighbours share them exactly.
  const x = (n: number) => 4.8 + n * SIDE;
  const y = (n: number) => 52.4 + n * SIDE;
  const ring = [
    [x(column), y(row)],
    [x(column + 1), y(row)],
    [x(column + 1), y(row + 1)],
    [x(column), y(row + 1)],
    [x(column), y(row)],
  ] as const;
  return { type: 'Polygon', coordinates: [ring] };
}

const address = (addressId: string, number: number, areaCode: string): Region['addresses'][number] => ({
  addressId,
  postcode: '1234AB',
  number,
  letter: '',
  addition: '',
  areaCode,
  gridCell: 'E1068N3982',
  kind: 'dwelling',
  nearCare: false,
});
