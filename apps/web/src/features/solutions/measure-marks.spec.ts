import { describe, expect, it } from '@jest/globals';
import { measureMarks } from './measure-marks.js';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const STEPS = [
  { start: day('2024-01-01'), end: day('2024-04-01') },
  { start: day('2024-04-01'), end: day('2024-07-01') },
];
const signsOf = (startsOn: string, endsOn: string | null) =>
  measureMarks({ startsOn, endsOn }, STEPS, { start: 'begin', end: 'eind' }).map(({ on, sign }) => [on, sign]);

describe('measureMarks', () => {
  it('marks the start, and the end where there is one', () => {
    expect(signsOf('2024-02-01', null)).toEqual([['2024-02-01', 'begin']]);
    expect(signsOf('2024-02-01', '2024-06-30')).toEqual([
      ['2024-02-01', 'begin'],
      ['2024-06-30', 'eind'],
    ]);
  });

  it('marks nothing outside of what is drawn, nor on nothing', () => {
    expect(signsOf('2024-07-01', null)).toEqual([]);
    expect(signsOf('2023-12-31', '2024-01-01')).toEqual([['2024-01-01', 'eind']]);
    expect(measureMarks({ startsOn: '2024-02-01', endsOn: null }, [], { start: 'a', end: 'b' })).toEqual([]);
  });
});
