import { describe, expect, it } from '@jest/globals';
import { addressesOf, geometryOf, postcodesOf, recordsOf } from './region-files.js';

describe('the files of a region', () => {
  it('reads cells with commas and quotes, and no blank lines', () => {
    expect([...recordsOf('\ufeffa,b,c\r\n1,"x, ""y""",\r\n\r\n')]).toEqual([{ a: '1', b: 'x, "y"', c: '' }]);
  });

  it('reads the address list', () => {
    const csv =
      'address_id,postcode,number,letter,addition,area_code,grid_cell,kind,near_care\n7,1234AB,12,A,bis,BU01,E1068N3982,dwelling,true\n8,1234AB,14,,,BU01,,nonsense,false\n';
    expect(addressesOf(csv)).toEqual([
      {
        id: '7',
        postcode: '1234AB',
        number: '12',
        letter: 'A',
        addition: 'bis',
        areaCode: 'BU01',
        gridCell: 'E1068N3982',
        kind: 'dwelling',
        nearCare: true,
      },
      {
        id: '8',
        postcode: '1234AB',
        number: '14',
        letter: '',
        addition: '',
        areaCode: 'BU01',
        kind: 'unknown',
        nearCare: false,
      },
    ]);
  });

  it('reads postcodes and outlines', () => {
    expect(postcodesOf('postcode,area_code\n1234AB,BU01\n')).toEqual([['1234AB', 'BU01']]);
    const square = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ],
    };
    const features = [
      { type: 'Feature' as const, properties: { code: 'BU01' }, geometry: square },
      {
        type: 'Feature' as const,
        properties: { code: 'x' },
        geometry: { type: 'Point' as const, coordinates: [0, 0] },
      },
    ];
    expect([...geometryOf({ type: 'FeatureCollection', features })]).toEqual([['BU01', square]]);
  });
});
