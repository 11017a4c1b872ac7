import { ADDRESS_KINDS, type AddressKind, type AreaGeometry } from '@datalab/domain';
import type { AddressEntry } from '@datalab/intake';
import type { FeatureCollection } from 'geojson';

/** One line of a plain CSV as this platform writes it: a cell with a comma or a quote stands in quotes. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
  return cells;
}

/** The rows of a CSV file as records by the names in its header; blank lines are left out. */
export function* recordsOf(csv: string): Generator<Record<string, string>> {
  let header: string[] | undefined;
  for (const line of csv.split(/\r?\n/)) {
    if (line === '') continue;
    const cells = cellsOf(line.replace(/^\ufeff/, ''));
    if (header === undefined) header = cells;
    else yield Object.fromEntries(header.map((name, i) => [name, cells[i] ?? '']));
  }
}

const isKind = (kind: string): kind is AddressKind => (ADDRESS_KINDS as readonly string[]).includes(kind);

/** The region's address list (`addresses.csv`). */
export const addressesOf = (csv: string): AddressEntry[] =>
  Array.from(recordsOf(csv), (row) => ({
    id: row.address_id ?? '',
    postcode: row.postcode ?? '',
    number: row.number ?? '',
    letter: row.letter ?? '',
    addition: row.addition ?? '',
    areaCode: row.area_code ?? '',
    ...(row.grid_cell ? { gridCell: row.grid_cell } : {}),
    kind: isKind(row.kind ?? '') ? (row.kind as AddressKind) : 'unknown',
    nearCare: row.near_care === 'true',
  }));

/** Postcode → area (`postcodes.csv`). */
export const postcodesOf = (csv: string): [postcode: string, areaCode: string][] =>
  Array.from(recordsOf(csv), (row) => [row.postcode ?? '', row.area_code ?? '']);

/** The outlines of a level by area code. */
export function* geometryOf(collection: FeatureCollection): Generator<readonly [code: string, geometry: AreaGeometry]> {
  for (const { properties, geometry } of collection.features)
    if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon')
      yield [String(properties?.code), geometry as unknown as AreaGeometry];
}
