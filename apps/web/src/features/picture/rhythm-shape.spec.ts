import { describe, expect, it } from '@jest/globals';
import { rhythmShape } from './rhythm-shape.js';

const point = (period: string, state: 'shown' | 'withheld' | 'none_or_few', reports: number | null = null) => ({
  period,
  state,
  reports,
});

describe('a rhythm ready to draw', () => {
  it('has seven days of twenty-four hours; withheld, none or too few and zero are three things', () => {
    const shape = rhythmShape({
      grain: 'hour_of_week',
      points: [
        point('5-22', 'shown', 40),
        point('6-23', 'shown', 90),
        point('1-4', 'withheld'),
        point('1-5', 'none_or_few'),
      ],
    })!;
    expect(shape.rows.map(({ key, cells }) => [key, cells.length])).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((day) => [`d${day}`, 24]),
    );
    expect(shape.rows[0]!.cells.slice(3, 6).map(({ look, reports }) => [look, reports])).toEqual([
      ['zero', 0],
      ['withheld', null],
      ['none_or_few', null],
    ]);
    expect(shape.rows[4]!.cells[22]!.klass).toBeLessThan(shape.rows[5]!.cells[23]!.klass);
    expect(shape.busiest).toMatchObject({ period: '6-23', reports: 90 });
  });

  it('compares blocks by the day: five weekdays, two days of weekend', () => {
    const shape = rhythmShape({
      grain: 'block_of_week',
      points: [point('week-3', 'shown', 100), point('weekend-3', 'shown', 60)],
    })!;
    expect(shape.hours).toEqual([0, 4, 8, 12, 16, 20]);
    expect(shape.busiest?.period).toBe('weekend-3');
    expect(shape.classes.map(({ upTo }) => upTo)).toEqual([20, 30]);
  });

  it('is nothing where nothing is told', () => expect(rhythmShape({ grain: null, points: [] })).toBeUndefined());
});
