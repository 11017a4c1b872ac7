import { describe, expect, it } from '@jest/globals';
import { readPanel, type PanelCount } from './count-panel.js';
import { periodAxis } from './period-axis.js';

const axisOf = (...periods: string[]) => periodAxis(periods);

describe('the axis of the periods', () => {
  it.each([
    ['month', 12, ['2018-11', '2019-01'], ['2018-11', '2018-12', '2019-01']],
    ['quarter', 4, ['2018-Q4', '2019-Q2'], ['2018-Q4', '2019-Q1', '2019-Q2']],
    ['year', 1, ['2018', '2020'], ['2018', '2019', '2020']],
    ['week', 52, ['2020-W52', '2021-W01'], ['2020-W52', '2020-W53', '2021-W01']],
    ['week', 52, ['2018-W52', '2019-W01'], ['2018-W52', '2019-W01']],
    ['day', 7, ['2018-01-05', '2018-01-07', '2018-01-06'], ['2018-01-05', '2018-01-06', '2018-01-07']],
    ['month', 12, ['2018-01-01', '2018-03-01'], ['2018-01', '2018-02', '2018-03']],
    ['week', 52, ['2018-01-05', '2018-01-19'], ['2018-01-05', '2018-01-12', '2018-01-19']],
  ])('is by %s with season %d', (grain, season, written, periods) => {
    expect(axisOf(...written)).toMatchObject({ grain, season, periods });
  });

  it('numbers what was written', () => {
    const axis = axisOf('2019-W01', '2018-W51');
    expect([axis.numberOf('2018-W51'), axis.numberOf('2019-W01')]).toEqual([0, 2]);
    expect(() => axis.numberOf('2018-W52')).toThrow(RangeError);
  });

  it.each([
    [['spring']],
    [['2018-01', '2018-Q1']],
    [['2018-13']],
    [['2019-W53']],
    [['2018-02-30', '2018-03-01']],
    [[]],
  ])('refuses %j', (written) => expect(() => axisOf(...written)).toThrow(RangeError));
});

describe('reading a panel', () => {
  const line = (area: string, period: string, count: number): PanelCount => ({ area, period, count });
  const read = (...lines: PanelCount[]) => readPanel(lines, periodAxis(lines.map(({ period }) => period)));

  it('keeps what is not there apart from zero', () => {
    const { panel, gaps } = read(line('b', '2018-03', 2), line('a', '2018-01', 0), line('a', '2018-02', Number.NaN));
    expect(panel.areas).toEqual(['a', 'b']);
    expect(panel.counts.map((row) => [...row])).toEqual([
      [0, Number.NaN, Number.NaN],
      [Number.NaN, Number.NaN, 2],
    ]);
    expect(gaps).toBe(4);
  });

  it('takes a month of zeros everywhere at the end for not yet published', () => {
    const lines = ['2018-01', '2018-02', '2018-03'].flatMap((period) => [line('a', period, 0), line('b', period, 1)]);
    const { panel, notYetPublished } = read(...lines, line('a', '2018-04', 0), line('b', '2018-04', 0));
    expect(notYetPublished).toEqual(['2018-04']);
    expect(panel.periods).toHaveLength(3);
  });

  it.each([
    ['the same area and period twice', [line('a', '2018-01', 1), line('a', '2018-01', 1)]],
    ['a part of a count', [line('a', '2018-01', 1.5)]],
    ['a negative count', [line('a', '2018-01', -1)]],
    ['nothing above zero', [line('a', '2018-01', 0)]],
  ])('refuses %s', (_, lines) => {
    expect(() => read(...lines)).toThrow(RangeError);
  });
});
