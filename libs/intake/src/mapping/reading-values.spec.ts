import { describe, expect, it } from '@jest/globals';
import { dateReader, type DateFormat } from './date-format.js';
import { parsePeriodLabel } from './period-label.js';
import { readCount, readDecimal } from './read-number.js';

const read = (format: DateFormat, text: string, zone = 'Europe/Amsterdam') => {
  const found = dateReader(format, zone, '2026-11-01')(text);
  return found && [found.date, found.precision, found.hour].filter((part) => part !== undefined).join(' ');
};

describe('reading dates', () => {
  it.each<[DateFormat, string, string | undefined]>([
    ['iso', '2018-01-31', '2018-01-31 day'],
    ['iso', '2018-01', '2018-01-01 month'],
    ['iso', '2018', '2018-01-01 year'],
    ['iso', '2018-01-31T23:59:01', '2018-01-31 day 23'],
    ['iso', '2018-07-01T22:30:00Z', '2018-07-02 day 0'],
    ['iso', '2018-12-31T23:30:00+00:00', '2019-01-01 day 0'],
    ['iso', '2018-01-31 24:00', undefined],
    ['iso', '2019-02-29', undefined],
    ['iso', '31-01-2018', undefined],
    ['day_first', '31-1-2018', '2018-01-31 day'],
    ['day_first', '31/01/2018 7:05', '2018-01-31 day 7'],
    ['day_first', '05-jan-18', '2018-01-05 day'],
    ['day_first', '05-01-99', '1999-01-05 day'],
    ['day_first', '13-13-2018', undefined],
    ['month_first', '01/08/2015 12:04:23 PM', '2015-01-08 day 12'],
    ['month_first', '01/08/2015 12:04:23 AM', '2015-01-08 day 0'],
    ['month_first', '13/08/2015', undefined],
    ['compact', '20180131', '2018-01-31 day'],
    ['compact', '201801311530', '2018-01-31 day 15'],
    ['compact', '201801', '2018-01-01 month'],
    ['words', '31 januari 2018', '2018-01-31 day'],
    ['words', '1 mrt. 2018 09:30', '2018-03-01 day 9'],
    ['period', '2018 januari', '2018-01-01 month'],
    ['period', '2018JJ00', '2018-01-01 year'],
    ['excel_serial', '43131', '2018-01-31 day'],
    ['excel_serial', '43131.5', '2018-01-31 day 12'],
    ['excel_serial', '59', undefined],
  ])('%s %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  it('follows the zone of the region, also where the clock changes', () => {
    expect(read('iso', '2018-06-01T23:30:00Z', 'Europe/London')).toBe('2018-06-02 day 0');
    expect(read('iso', '2018-10-28T00:30:00Z')).toBe('2018-10-28 day 2');
    expect(read('iso', '2018-10-28T01:30:00Z')).toBe('2018-10-28 day 2');
  });
});

describe('reading periods and numbers', () => {
  it.each([
    ['2012', '2012'],
    ['2022*', '2022'],
    ['2012 januari', '2012-01'],
    ['Mrt 2012', '2012-03'],
    ['2012-7', '2012-07'],
    ['2012MM12', '2012-12'],
    ['2012JJ00', '2012'],
    ['2012KW03', '2012-Q3'],
    ['2012 3e kwartaal', '2012-Q3'],
    ['Q4 2012', '2012-Q4'],
    ['2012-Q4', '2012-Q4'],
    ['2012-13', undefined],
    ['2012-01-05', undefined],
    ['Aantal 2012', undefined],
    ['1234', undefined],
  ])('%s', (label, expected) => {
    expect(parsePeriodLabel(label)).toBe(expected);
  });

  it.each<[string, '.' | ',', number | string]>([
    ['   121', '.', 121],
    ['92.0', '.', 92],
    ['92,0', ',', 92],
    ['1.234', ',', 1234],
    ['1.234', '.', 'malformed'],
    ['1 234', '.', 1234],
    ['1\u00a0234\u00a0567', '.', 1234567],
    ['.', '.', 'not_available'],
    ['', '.', 'not_available'],
    ['x', '.', 'not_available'],
    ['-3', '.', 'malformed'],
    ['2,5', ',', 'malformed'],
    ['12 3', '.', 'malformed'],
  ])('count %j', (text, decimal, expected) => {
    const { count, cause } = readCount(text, decimal);
    expect(count ?? cause).toBe(expected);
  });

  it('reads decimals with point or comma', () => {
    expect([readDecimal('-2.58'), readDecimal(' 51,5 '), readDecimal('1e2')]).toEqual([-2.58, 51.5, 100]);
    expect(readDecimal('12,5,3')).toBeNaN();
    expect(readDecimal('')).toBeNaN();
  });
});
