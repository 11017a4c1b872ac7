import { describe, expect, it } from '@jest/globals';
import { drawBinomial } from '../scan/binomial-draw.js';
import { randomStream } from '../random/random-stream.js';
import { reportingPropensity } from './reporting-propensity.js';

const AREAS = 300;
/** Areas of 2,000 inhabitants; a rate of 2 % times e^(effect × education) times a factor of its own. */
function region(effect: number, spread: number) {
  const random = randomStream(4);
  const education = Float64Array.from({ length: AREAS }, (_, i) => (i % 21) - 10);
  const other = Float64Array.from({ length: AREAS }, () => random.nextFloat());
  const counts = Float64Array.from(education, (x) => {
    const own = spread * (random.nextFloat() < 0.5 ? -1 : 1);
    return drawBinomial(random, 2000, 0.02 * Math.exp(effect * x + own));
  });
  return { counts, population: new Float64Array(AREAS).fill(2000), education, other };
}

describe('reportingPropensity', () => {
  it('finds how much goes with an indicator that was planted, and not with another', () => {
    const { counts, population, education, other } = region(0.08, 0.3);
    const found = reportingPropensity(counts, population, [
      { name: 'education', values: education },
      { name: 'other', values: other },
    ]);
    // The standard deviation of −10 … 10 is √(440/12) = 6.06: e^(0.08 × 6.06) = 1.62.
    expect(found.indicators[0]!.low).toBeLessThan(1.62);
    expect(found.indicators[0]!.high).toBeGreaterThan(1.62);
    expect(found.indicators[1]!.p).toBeGreaterThan(0.01);
    // Variance of the logs: 0.08² × 36.7 = 0.235 planted, 0.09 of their own.
    expect(found.shareExplained).toBeGreaterThan(0.6);
    expect(found.shareExplained).toBeLessThan(0.85);
    expect(found.multiplier[20]! / found.multiplier[0]!).toBeGreaterThan(3);
    expect(found.areasLeftOut).toBe(0);
  });

  it('explains hardly anything where nothing was planted, and has nothing to explain where areas differ by chance only', () => {
    const { counts, population, education } = region(0, 0.3);
    expect(reportingPropensity(counts, population, [{ name: 'x', values: education }]).shareExplained).toBeLessThan(
      0.1,
    );
    const same = new Float64Array(AREAS).fill(40);
    expect(reportingPropensity(same, population, [{ name: 'x', values: education }]).shareExplained).toBeNaN();
  });

  it('leaves areas with a gap out and refuses too few areas', () => {
    const { counts, population, education } = region(0.05, 0.2);
    education[7] = NaN;
    population[8] = 0;
    const found = reportingPropensity(counts, population, [{ name: 'x', values: education }]);
    expect([found.areasLeftOut, found.multiplier[7], found.multiplier[8]]).toEqual([2, NaN, NaN]);
    const few = [1, 2, 3];
    expect(() => reportingPropensity(few, few, [{ name: 'x', values: few }])).toThrow(RangeError);
    expect(() => reportingPropensity(few, few, [])).toThrow(RangeError);
  });
});
