import { describe, expect, it } from '@jest/globals';
import type { Area } from '@datalab/domain';
import type { FeatureCollection } from 'geojson';
import type { NearestAnswer, SquareSheet } from '../../gql/types.js';
import { squareFigures } from './square-figure.js';

const shape = (code: string, areaCode: string): FeatureCollection['features'][number] => ({
  type: 'Feature',
  properties: { code, areaCode },
  geometry: { type: 'Point', coordinates: [0, 0] },
});
const SHAPES: FeatureCollection = {
  type: 'FeatureCollection',
  features: [shape('E1068N3982', 'a'), shape('E1070N3982', 'a'), shape('E1072N3982', 'b')],
};
const AREA: Area = { code: 'a', name: 'Buurt a', level: 'buurt', parentCode: null, population: 1, households: 1 };
const NEAREST: NearestAnswer = {
  level: 'buurt',
  areaCode: 'a',
  period: '2024',
  category: 'all',
  reports: 40,
  ratePerThousand: null,
  compared: null,
};
const sheet = (over: Partial<SquareSheet> = {}): SquareSheet => ({
  snapshotId: 's',
  year: '2024',
  category: 'all',
  delivered: 'full',
  squares: [{ code: 'E1068N3982', areaCode: 'a', tier: 'lab', reports: 12 }],
  answers: [{ areaCode: 'a', nearest: NEAREST }],
  ...over,
});
const looks = (...asked: Parameters<typeof squareFigures>) =>
  squareFigures(...asked).map(({ look, reports }) => [look, reports]);

describe('what a square is', () => {
  it('shows its number, or is blank; both with what is known of the area around it', () => {
    const figures = squareFigures(SHAPES, [AREA], sheet(), 'lab');
    expect(figures.map(({ look, reports }) => [look, reports])).toEqual([
      ['shown', 12],
      ['none_or_few', null],
      ['none_or_few', null],
    ]);
    expect(figures.map(({ parentName, nearest }) => [parentName, nearest?.reports])).toEqual([
      ['Buurt a', 40],
      ['Buurt a', 40],
      [undefined, undefined],
    ]);
  });

  it('is zero in the mirror, which withholds nothing, and unknown where nothing was delivered', () => {
    expect(looks(SHAPES, [AREA], sheet(), 'mirror').slice(1)).toEqual([
      ['zero', 0],
      ['zero', 0],
    ]);
    // A source of which no report has a square: no report there is not what it says.
    expect(looks(SHAPES, [AREA], sheet({ squares: [] }), 'mirror')[0]).toEqual(['none_or_few', null]);
    const silent = sheet({ delivered: 'none', squares: [] });
    for (const view of ['lab', 'mirror'] as const)
      expect(new Set(looks(SHAPES, [AREA], silent, view).map(String))).toEqual(new Set(['not_delivered,']));
  });
});
