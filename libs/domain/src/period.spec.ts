import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundsOf, grainOf, GRAINS, grainsFor, periodOf, periodsBetween } from './period.js';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const boundedGrains = fc.constantFrom('year' as const, 'quarter' as const, 'month' as const);
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe('grainOf', () => {
  it('knows years, quarters, months and all, as they are written', () => {
    expect(['all', '2018', '2018-Q1', '2018-Q4', '2018-01', '2018-12'].map(grainOf)).toEqual([
      'all',
      'year',
      'quarter',
      'quarter',
      'month',
      'month',
    ]);
  });

  it.each(['', '18', '2018-Q0', '2018-Q5', '2018-00', '2018-13', '2018-1', '2018-01-01', ' 2018', '2018\n', 'ALL'])(
    'takes %j for no period',
    (text) => {
      expect(grainOf(text)).toBeUndefined();
    },
  );
});

describe('periodOf', () => {
  it('gives the quarter of every month', () => {
    const quarters = Array.from({ length: 12 }, (_, n) =>
      periodOf(`2024-${String(n + 1).padStart(2, '0')}-01`, 'quarter'),
    );
    expect(quarters).toEqual(['Q1', 'Q2', 'Q3', 'Q4'].flatMap((q) => Array.from({ length: 3 }, () => `2024-${q}`)));
  });

  it('gives a period of the asked grain that holds the day', () => {
    fc.assert(
      fc.property(days, boundedGrains, (day, grain) => {
        const period = periodOf(day, grain);
        const { from, to } = boundsOf(period);
        expect(grainOf(period)).toBe(grain);
        expect(from <= day && day <= to).toBe(true);
        expect([periodOf(from, grain), periodOf(to, grain)]).toEqual([period, period]);
      }),
    );
  });
});

describe('boundsOf', () => {
  it('ends a month on its last day, in leap years too', () => {
    expect(['2023-02', '2024-02', '2000-02', '2100-02', '2024-04'].map((month) => boundsOf(month).to)).toEqual([
      '2023-02-28',
      '2024-02-29',
      '2000-02-29',
      '2100-02-28',
      '2024-04-30',
    ]);
    expect(boundsOf('2024-Q1')).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(boundsOf('2024')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  });

  it.each(['all', '2024-13', 'soon'])('throws on %s, which has none', (text) => {
    expect(() => boundsOf(text)).toThrow(RangeError);
  });
});

describe('grainsFor', () => {
  it('counts what knows no more than its year in years alone', () => {
    expect(grainsFor('year')).toEqual(['all', 'year']);
    expect(grainsFor('month')).toEqual(GRAINS);
    expect(grainsFor('day')).toEqual(GRAINS);
  });
});

describe('periodsBetween', () => {
  it('lists every period that is touched, the first and the last in part', () => {
    expect(periodsBetween('2023-11-30', '2024-02-01', 'month')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
    expect(periodsBetween('2023-11-30', '2024-04-01', 'quarter')).toEqual(['2023-Q4', '2024-Q1', '2024-Q2']);
    expect(periodsBetween('2023-12-31', '2024-01-01', 'year')).toEqual(['2023', '2024']);
    expect(periodsBetween('2024-05-05', '2024-05-05', 'quarter')).toEqual(['2024-Q2']);
  });

  it('leaves no hole and no overlap', () => {
    fc.assert(
      fc.property(days, days, boundedGrains, (a, b, grain) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const bounds = periodsBetween(from, to, grain).map(boundsOf);
        expect(bounds[0]!.from <= from && to <= bounds.at(-1)!.to).toBe(true);
        for (const [i, next] of bounds.slice(1).entries()) expect(next.from).toBe(dayAfter(bounds[i]!.to));
        expect([bounds[0]!.to >= from, bounds.at(-1)!.from <= to]).toEqual([true, true]);
      }),
    );
  });
});
