import { normalUpper } from '../special/normal.js';

/** A one-sided test that the counts vary more than Poisson. `statistic` is normal under Poisson, `p` its upper tail. */
export interface OverdispersionTest {
  readonly statistic: number;
  readonly p: number;
}

/** The tests of one Poisson fit. `estimate` is the excess variance per unit of mean (NB1) or of squared mean (NB2). */
export interface OverdispersionTests {
  readonly linear: OverdispersionTest & { readonly estimate: number };
  readonly quadratic: OverdispersionTest & { readonly estimate: number };
  readonly dean: OverdispersionTest;
  /** Dean's test corrected for the leverages: better for few rows. */
  readonly deanAdjusted: OverdispersionTest;
}

const tested = (statistic: number): OverdispersionTest => ({ statistic, p: normalUpper(statistic) });

/**
 * Tests of a Poisson regression against overdispersion: Cameron & Trivedi (1990) towards variance mu + a·mu and mu + a·mu²
 * (as in AER::dispersiontest), and Dean (1992). `hat` are the leverages of the fit. All NaN for fewer than two rows.
 */
export function testOverdispersion(y: Float64Array, mu: Float64Array, hat: Float64Array): OverdispersionTests {
  const n = y.length;
  let sum = 0;
  let crossed = 0;
  let squares = 0;
  let excess = 0;
  let corrected = 0;
  const u = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const m = mu[i]!;
    const above = (y[i]! - m) ** 2 - y[i]!;
    u[i] = above / m;
    sum += u[i]!;
    crossed += u[i]! * m;
    squares += m * m;
    excess += above;
    corrected += above + hat[i]! * m;
  }
  const mean = sum / n;
  const slope = crossed / squares;
  let aboutMean = 0;
  let aboutSlope = 0;
  for (let i = 0; i < n; i++) {
    aboutMean += (u[i]! - mean) ** 2;
    aboutSlope += (u[i]! - slope * mu[i]!) ** 2;
  }
  const sd = Math.sqrt(aboutMean / (n - 1));
  const slopeError = Math.sqrt(aboutSlope / (n - 1) / squares);
  const scale = Math.sqrt(2 * squares);
  return {
    linear: { ...tested((Math.sqrt(n) * mean) / sd), estimate: mean },
    quadratic: { ...tested(slope / slopeError), estimate: slope },
    dean: tested(excess / scale),
    deanAdjusted: tested(corrected / scale),
  };
}
