import { describe, expect, it } from '@jest/globals';
import { LOOK_COLOURS, SEQUENTIAL } from '../../map/palette.js';
import type { AreaFigure } from './area-figure.js';
import { classesOf, paintsOf } from './paint.js';

const figure = (code: string, over: Partial<AreaFigure>): AreaFigure => ({
  code,
  name: code,
  parentName: undefined,
  parentCode: undefined,
  population: 10,
  look: 'shown',
  reports: null,
  rate: null,
  z: null,
  hotspot: undefined,
  reason: undefined,
  nearest: null,
  smoothed: null,
  compared: null,
  ...over,
});

describe('how the map is painted', () => {
  const figures = [
    figure('low', { reports: 5 }),
    figure('high', { reports: 50, hotspot: 'hot' }),
    figure('zero', { look: 'zero', reports: 0 }),
    figure('few', { look: 'withheld' }),
    figure('gap', { look: 'not_delivered' }),
  ];
  const paints = paintsOf(figures, 'reports');

  it('gives number, zero, withheld and not delivered four different looks', () => {
    expect(paints.get('low')).toEqual({ look: 'colour', colour: SEQUENTIAL[0], hotspot: 'none' });
    expect(paints.get('high')).toEqual({ look: 'colour', colour: SEQUENTIAL[4], hotspot: 'hot' });
    expect(paints.get('zero')).toMatchObject({ look: 'colour', colour: LOOK_COLOURS.zero });
    expect(paints.get('few')?.look).toBe('withheld');
    expect(paints.get('gap')?.look).toBe('not_delivered');
    expect(new Set([...paints.values()].map(({ colour }) => colour)).size).toBe(5);
  });

  it('does not colour a rate that is not known', () => {
    expect(paintsOf(figures, 'rate').get('low')?.colour).toBe(LOOK_COLOURS.noFigure);
    expect(classesOf(figures, 'rate')).toEqual([]);
  });
});
