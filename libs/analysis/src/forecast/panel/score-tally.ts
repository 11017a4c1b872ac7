/** The log score of a count that a forecast held next to impossible: −log 1e-15. */
export const LARGEST_LOG_SCORE = 15 * Math.LN10;

/** One forecast beside what came. */
export interface ScoredForecast {
  readonly count: number;
  /** |count − point|. */
  readonly error: number;
  /** What the error is divided by in MASE; NaN leaves it out there. */
  readonly scale: number;
  readonly rps: number;
  readonly probability: number;
  readonly covered: boolean;
  /** Probability that the forecast itself gave to its interval. */
  readonly inside: number;
}

/** Sums of scores; the means are NaN while nothing was added. */
export interface ScoreTally {
  add(forecast: ScoredForecast): void;
  summary(): {
    n: number;
    wape: number;
    mase: number;
    rps: number;
    logScore: number;
    coverage: number;
    expectedCoverage: number;
  };
}

/** An empty tally. */
export function scoreTally(): ScoreTally {
  let [n, errors, counts, scaled, scaledN] = [0, 0, 0, 0, 0];
  let [rps, log, covered, inside] = [0, 0, 0, 0];
  return {
    add(one) {
      n++;
      errors += one.error;
      counts += one.count;
      if (one.scale > 0) {
        scaled += one.error / one.scale;
        scaledN++;
      }
      rps += one.rps;
      log += Math.min(LARGEST_LOG_SCORE, -Math.log(one.probability));
      covered += Number(one.covered);
      inside += one.inside;
    },
    summary: () => ({
      n,
      wape: counts > 0 ? errors / counts : Number.NaN,
      mase: scaled / scaledN,
      rps: rps / n,
      logScore: log / n,
      coverage: covered / n,
      expectedCoverage: inside / n,
    }),
  };
}
