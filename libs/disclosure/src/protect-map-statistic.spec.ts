import { describe, expect, it } from '@jest/globals';
import { THRESHOLD_ONLY } from './gate-policy.js';
import { protectMapStatistic } from './protect-map-statistic.js';
import { protect } from './protect.js';

const cellOf = (reports: number, households = reports) =>
  protect({ source: ['police'], kind: 'records', delivered: 'full', reports, households }, 'lab', THRESHOLD_ONLY);

describe('a map statistic', () => {
  it.each([
    [3.14159, 3.1],
    [-2.45, -2.5],
    [-0.04, 0],
    [null, null],
    [Number.NaN, null],
  ])('shows z = %p as %p', (z, shown) => {
    const answer = protectMapStatistic({ z, klass: 'hot' }, cellOf(9));
    expect(answer).toMatchObject({ state: 'shown', klass: 'hot' });
    expect(Object.is((answer as { z: number | null }).z, shown)).toBe(true);
  });

  it('says nothing about a planted door: four hundred reports, one household', () => {
    const answer = protectMapStatistic({ z: 9.7, klass: 'hot' }, cellOf(400, 1));
    expect(Object.keys(answer).sort()).toEqual(['reasonText', 'state']);
    expect(answer.state).toBe('withheld');
  });

  it('says nothing where the area itself has no reports', () => {
    expect(protectMapStatistic({ z: -2, klass: 'cold' }, cellOf(0))).toMatchObject({ state: 'zero' });
  });
});
