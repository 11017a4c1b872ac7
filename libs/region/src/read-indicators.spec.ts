import { describe, expect, it } from '@jest/globals';
import { readIndicators } from './read-indicators.js';

const AREAS = new Set(['BU01', 'BU02', 'WK01']);

describe('readIndicators', () => {
  it('reads the layout of the CBS: decimal comma, secret values, other municipalities', () => {
    const text = [
      'gwb_code;regio;a_inw;p_koopw;g_woz',
      'BU01;Centrum;1250;45,5;210',
      'BU02;Noord;.;;x',
      'WK01;Wijk 1;1300;50;',
      'BU99;Elders;10;1;1',
    ].join('\r\n');
    const { indicators, faults, otherAreas } = readIndicators(text, AREAS);
    expect(faults).toEqual([]);
    expect(otherAreas).toBe(1);
    expect(indicators.map(({ code }) => code)).toEqual(['a_inw', 'p_koopw', 'g_woz']);
    expect([...indicators[0]!.values]).toEqual([
      ['BU01', 1250],
      ['WK01', 1300],
    ]);
    expect([...indicators[1]!.values]).toEqual([
      ['BU01', 45.5],
      ['WK01', 50],
    ]);
    expect([...indicators[2]!.values]).toEqual([['BU01', 210]]);
  });

  it('keeps zero and tells it from missing', () => {
    const { indicators } = readIndicators('area_code,share\nBU01,0\nBU02,', AREAS);
    expect([...indicators[0]!.values]).toEqual([['BU01', 0]]);
  });

  it('refuses a table without areas of the region, without a code, and with an area twice', () => {
    const messages = (text: string) => readIndicators(text, AREAS).faults.map(({ message }) => message.slice(0, 21));
    expect(messages('area_code,x\nBU77,1')).toEqual(['names no area of the ']);
    expect(messages('naam,x\nBU01,1')).toEqual(['has no column that na']);
    expect(messages('area_code,x\nBU01,1\nBU01,2')).toEqual(['stands there twice']);
    expect(messages('')).toEqual(['has no column that na']);
  });
});
