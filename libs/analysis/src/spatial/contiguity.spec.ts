import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { queenNeighbours, type AreaGeometry } from './contiguity.js';
import type { Neighbours } from './neighbours.js';

const box = (x: number, y: number, w = 1, h = 1): AreaGeometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
      [x, y],
    ],
  ],
});
const rowsOf = ({ offsets, neighbours }: Neighbours): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => [...neighbours.subarray(offsets[i], offsets[i + 1])]);
const metres = { unit: 'metres', toleranceMetres: 0.01 } as const;

describe('queen contiguity, hand-worked', () => {
  it('joins areas that share a side or only a corner, and leaves an island alone', () => {
    // 0 1 .     side 0–1, side 0–2, corner 1–2, island 3
    // 2 . . 3
    const areas = [box(0, 10), box(1, 10), box(0, 9), box(5, 9)];
    expect(rowsOf(queenNeighbours(areas, metres))).toEqual([[1, 2], [0, 2], [0, 1], []]);
  });

  it('finds a T-junction: the border of one big area against two small ones whose vertices lie on its edge', () => {
    expect(rowsOf(queenNeighbours([box(0, 0, 1, 2), box(1, 0.3, 1, 0.7), box(1, 1, 1, 0.5)], metres))).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it('finds borders that cross without a vertex near the other border, as overlapping slivers do', () => {
    expect(rowsOf(queenNeighbours([box(0, 0, 10, 2), box(4, -5, 2, 12)], metres))).toEqual([[1], [0]]);
  });

  it('counts a hole as border: an enclave is a neighbour of what surrounds it', () => {
    const hole = [
      [2, 2],
      [3, 2],
      [3, 3],
      [2, 3],
      [2, 2],
    ];
    const around: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [5, 0],
          [5, 5],
          [0, 5],
          [0, 0],
        ],
        hole,
      ],
    };
    expect(rowsOf(queenNeighbours([around, box(2, 2)], metres))).toEqual([[1], [0]]);
  });

  it('takes every part of a multipolygon, open rings too, and null as an island', () => {
    const parts: AreaGeometry = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
        [
          [
            [9, 0],
            [10, 0],
            [10, 1],
            [9, 1],
          ],
        ],
      ],
    };
    expect(rowsOf(queenNeighbours([parts, box(10, 0), null, box(1, 0)], metres))).toEqual([[1, 3], [0], [], [0]]);
  });

  it('respects the tolerance, in metres also when positions are degrees', () => {
    const degree = 1 / 111_195;
    const gap = (metres: number) => [box(4.7, 51.5, 0.001, 0.001), box(4.7, 51.501 + metres * degree, 0.001, 0.001)];
    expect(rowsOf(queenNeighbours(gap(0.9)))).toEqual([[1], [0]]);
    expect(rowsOf(queenNeighbours(gap(1.2)))).toEqual([[], []]);
    expect(rowsOf(queenNeighbours(gap(1.2), { toleranceMetres: 2 }))).toEqual([[1], [0]]);
  });

  it('handles none and one area', () => {
    expect(rowsOf(queenNeighbours([]))).toEqual([]);
    expect(rowsOf(queenNeighbours([box(0, 0)]))).toEqual([[]]);
  });

  it('refuses positions that are not numbers and a tolerance that is not positive', () => {
    expect(() => queenNeighbours([box(NaN, 0)])).toThrow(RangeError);
    expect(() => queenNeighbours([box(0, 0)], { toleranceMetres: 0 })).toThrow(RangeError);
  });

  it('does not depend on the order of areas or the direction of rings', () => {
    const areas = Array.from({ length: 30 }, (_, k) => box((k * 7) % 6, Math.floor(((k * 7) % 30) / 6)));
    const turned = areas
      .map((a): AreaGeometry => ({
        type: 'Polygon',
        coordinates: (a.coordinates as number[][][]).map((r) => [...r].reverse()),
      }))
      .reverse();
    const mirrored = rowsOf(queenNeighbours(turned, metres))
      .reverse()
      .map((row) => row.map((j) => 29 - j).sort((p, q) => p - q));
    expect(mirrored).toEqual(rowsOf(queenNeighbours(areas, metres)));
  });
});

const real = (path: string): URL => new URL(`../../../../../shared/data/${path}`, import.meta.url);
const cases = [
  { file: real('uk-avon-asb-fms/lsoa_2011.geojson'), areas: 678, links: 3936 },
  { file: real('nl-breda-police-overlast/breda_buurten.geojson'), areas: 56, links: 310 },
];
(cases.every(({ file }) => existsSync(file)) ? describe : describe.skip)('queen contiguity on real boundaries', () => {
  it.each(cases)(
    '$areas areas: no island, symmetric, and the same links for any tolerance from 1 mm to 2 m',
    ({ file, areas, links }) => {
      const features = (JSON.parse(readFileSync(file, 'utf8')) as { features: { geometry: AreaGeometry }[] }).features;
      const geometries = features.map((feature) => feature.geometry);
      const found = queenNeighbours(geometries);
      const rows = rowsOf(found);
      expect([rows.length, found.neighbours.length]).toEqual([areas, links]);
      expect(rows.filter((row) => row.length === 0)).toEqual([]);
      expect(rows.every((row, i) => row.every((j) => rows[j]!.includes(i)))).toBe(true);
      for (const toleranceMetres of [0.001, 2]) {
        expect(rowsOf(queenNeighbours(geometries, { toleranceMetres }))).toEqual(rows);
      }
    },
  );
});
