import { describe, expect, it } from '@jest/globals';
import { boxOf } from './bounds.js';

const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', properties: {}, geometry });

describe('the box of the map', () => {
  it('holds every part of every shape', () => {
    const features = [
      feature({
        type: 'Polygon',
        coordinates: [
          [
            [4, 51],
            [5, 51],
            [5, 52],
            [4, 51],
          ],
        ],
      }),
      feature({
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [3, 50],
              [3, 53],
              [4, 50],
              [3, 50],
            ],
          ],
        ],
      }),
    ];
    expect(boxOf({ type: 'FeatureCollection', features })).toEqual([3, 50, 5, 53]);
  });

  it('is nothing for nothing', () => expect(boxOf({ type: 'FeatureCollection', features: [] })).toBeUndefined());
});
