import { describe, expect, it } from '@jest/globals';
import type { TrendPoint } from '../../gql/types.js';
import { previousKnown, sinceWhen } from './since-when.js';
import { lookOfPoint, trendSteps } from './trend-shape.js';

const point = (period: string, over: Partial<TrendPoint> = {}): TrendPoint => ({
  period,
  delivered: 'full',
  state: 'shown',
  reports: 5,
  ratePerThousand: null,
  ...over,
});
const years = (...values: (number | 'gap' | 'withheld')[]) =>
  trendSteps(
    values.map((value, index) =>
      value === 'gap'
        ? point(String(2010 + index), { delivered: 'none', state: null, reports: null })
        : value === 'withheld'
          ? point(String(2010 + index), { state: 'withheld', reports: null })
          : value === 0
            ? point(String(2010 + index), { state: null, reports: null })
            : point(String(2010 + index), { reports: value }),
    ),
    'reports',
  );

describe('a trend', () => {
  it('keeps zero, gap and withheld apart', () => {
    expect(lookOfPoint({ delivered: 'none', state: null })).toBe('gap');
    expect(lookOfPoint({ delivered: 'full', state: null })).toBe('zero');
    expect(lookOfPoint({ delivered: 'partial', state: null })).toBe('zero');
    expect(lookOfPoint({ delivered: 'full', state: 'withheld' })).toBe('withheld');
  });

  it('has a value for zero and none for a gap or a withheld period', () => {
    expect(years(3, 0, 'gap', 'withheld').map(({ value }) => value)).toEqual([3, 0, null, null]);
  });

  it('spans each period exactly, in order', () => {
    const [first, second] = trendSteps([point('2018-02'), point('2018-01')], 'reports');
    expect(first?.end).toEqual(second?.start);
    expect(second?.end.toISOString()).toBe('2018-03-01T00:00:00.000Z');
  });

  it('has no value where the rate is unknown', () => {
    expect(trendSteps([point('2018')], 'rate')[0]?.value).toBeNull();
  });
});

describe('since when', () => {
  it('finds the first period of the unbroken run above the median', () => {
    expect(sinceWhen(years(2, 9, 2, 3, 8, 9, 10, 2, 2), '2016')).toEqual({ kind: 'run', from: '2014', median: 3 });
  });

  it('says when the value is usual', () => {
    expect(sinceWhen(years(2, 9, 5, 4), '2013')).toEqual({ kind: 'usual', median: 4.5 });
  });

  it('stops at a gap and at a withheld period', () => {
    expect(sinceWhen(years(1, 1, 9, 'gap', 9), '2014')).toMatchObject({ kind: 'run', from: '2014' });
    expect(sinceWhen(years(1, 1, 9, 'withheld', 9), '2014')).toMatchObject({ kind: 'run', from: '2014' });
  });

  it.each([
    ['too few known periods', years(1, 2, 'gap', 9), '2013'],
    ['a period that is itself unknown', years(1, 2, 3, 4, 'gap'), '2014'],
    ['a period that is not there', years(1, 2, 3, 4), 'all'],
  ])('is silent over %s', (_, steps, period) => expect(sinceWhen(steps, period)).toEqual({ kind: 'unknown' }));

  it('gives the value just before, not one further back', () => {
    expect(previousKnown(years(1, 2), '2011')).toEqual({ period: '2010', value: 1 });
    expect(previousKnown(years(1, 'gap', 2), '2012')).toBeUndefined();
    expect(previousKnown(years(1), '2010')).toBeUndefined();
  });
});
