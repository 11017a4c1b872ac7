import { describe, expect, it } from '@jest/globals';
import { coveredBy, isAnswered, rangesWithout, type GapAnswer } from './covered-ranges.js';

describe('what a load is declared to cover', () => {
  it('is one span without gaps', () => {
    expect(rangesWithout('2019-01-01', '2019-12-31', [])).toEqual([{ from: '2019-01-01', to: '2019-12-31' }]);
  });

  it('leaves out what was not delivered', () => {
    expect(rangesWithout('2019-01-01', '2019-12-31', ['2019-07'])).toEqual([
      { from: '2019-01-01', to: '2019-06-30' },
      { from: '2019-08-01', to: '2019-12-31' },
    ]);
  });

  it('joins gaps beside each other, in any order, and at the edges', () => {
    expect(rangesWithout('2019-01-01', '2019-06-30', ['2019-03', '2019-02', '2019-06'])).toEqual([
      { from: '2019-01-01', to: '2019-01-31' },
      { from: '2019-04-01', to: '2019-05-31' },
    ]);
    expect(rangesWithout('2019-01-01', '2019-01-31', ['2019-01'])).toEqual([]);
    expect(rangesWithout('2019-01-01', '2019-01-31', ['2018-01'])).toHaveLength(1);
  });

  it('covers a true zero and not a gap', () => {
    const answers = new Map<string, GapAnswer>([
      ['2019-02', 'zero'],
      ['2019-03', 'not_delivered'],
    ]);
    expect(coveredBy({ from: '2019-01-01', to: '2019-04-30' }, ['2019-02', '2019-03'], answers)).toEqual([
      { from: '2019-01-01', to: '2019-02-28' },
      { from: '2019-04-01', to: '2019-04-30' },
    ]);
  });

  it('asks until every gap has an answer', () => {
    expect(isAnswered(['2019-02'], new Map())).toBe(false);
    expect(isAnswered(['2019-02'], new Map([['2019-02', 'zero']]))).toBe(true);
    expect(isAnswered([], new Map())).toBe(true);
  });
});
