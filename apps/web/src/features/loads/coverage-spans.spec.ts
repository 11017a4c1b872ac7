import { describe, expect, it } from '@jest/globals';
import { coverageSpans } from './coverage-spans.js';

const named = (from: string, to: string) => coverageSpans([{ from, to }])[0]?.periods;

describe('what a load covers, by name', () => {
  it('names whole years and whole months', () => {
    expect(named('2022-01-01', '2024-12-31')).toEqual({ first: '2022', last: '2024' });
    expect(named('2018-01-01', '2018-01-31')).toEqual({ first: '2018-01', last: '2018-01' });
    expect(named('2024-02-01', '2024-02-29')).toEqual({ first: '2024-02', last: '2024-02' });
  });

  it('does not call a part of a month a month', () => {
    expect(named('2023-02-01', '2023-02-27')).toBeUndefined();
    expect(named('2018-01-02', '2018-12-31')).toBeUndefined();
  });

  it('puts the ranges in order and keeps the gap between them', () => {
    const spans = coverageSpans([
      { from: '2019-08-01', to: '2019-12-31' },
      { from: '2019-01-01', to: '2019-06-30' },
    ]);
    expect(spans.map(({ periods }) => periods)).toEqual([
      { first: '2019-01', last: '2019-06' },
      { first: '2019-08', last: '2019-12' },
    ]);
  });

  it('is empty for nothing', () => expect(coverageSpans([])).toEqual([]));
});
