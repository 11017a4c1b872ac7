import { describe, expect, it } from '@jest/globals';
import type { Check } from './check.js';
import { falseAlarms } from './false-alarms.js';
import { intervalCoverage } from './interval-coverage.js';
import { plantedTruth } from './planted-truth.js';

const failed = (checks: readonly Check[]) => checks.filter(({ holds }) => !holds);

// A sample with fixed seeds; `datalab verify analyses` runs a thousand simulations.
describe('what the methods find', () => {
  it('is what was planted in the demo region', () => {
    const checks = plantedTruth();
    expect(checks).toHaveLength(10);
    expect(failed(checks)).toEqual([]);
  });

  it('lies in the interval as often as the interval says', () => {
    expect(failed(intervalCoverage(40, 3))).toEqual([]);
  });

  it('is nothing where there is nothing', () => {
    expect(failed(falseAlarms(40, 5))).toEqual([]);
  });
});
