import { describe, expect, it } from '@jest/globals';
import { gatePolicy, PLATFORM_FLOORS } from './gate-policy.js';

describe('a lab’s policy', () => {
  it('has the platform’s floors where the lab says nothing', () => {
    expect(gatePolicy({ version: 'v' }).floors).toEqual(PLATFORM_FLOORS);
  });

  it('may be stricter', () => {
    expect(gatePolicy({ version: 'v', floors: { lab: { reports: 8 } } }).floors.lab).toEqual({
      reports: 8,
      households: 5,
    });
  });

  it.each([
    ['fewer reports', { lab: { reports: 4 } }, 'disclosure.floor-under-platform'],
    ['fewer households for the public', { public: { households: 9 } }, 'disclosure.floor-under-platform'],
    ['a floor that is no number', { lab: { reports: Number.NaN } }, 'disclosure.floor-under-platform'],
    ['a public floor under the lab’s', { lab: { reports: 20 } }, 'disclosure.public-floor-under-lab'],
  ])('is refused with %s', (_what, floors, code) => {
    expect(() => gatePolicy({ version: 'v', floors })).toThrow(expect.objectContaining({ kind: 'InvalidInput', code }));
  });
});
