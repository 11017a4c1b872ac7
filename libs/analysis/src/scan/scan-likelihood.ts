// Taken out of Math once: the look-up is slow where code runs in a sandbox, and these run for every window.
const { log } = Math;

/**
 * Log likelihood ratio of c cases in a zone where e were expected, of C in all: c log(c/e) + (C−c) log((C−c)/(C−e)) when c > e,
 * else 0. 0 ≤ c ≤ C, 0 < e < C. Kulldorff 1997.
 *
 * How the fast paths avoid it: its second derivative in c is C / (c (C−c)), which from c = e to c = C−e is at most its
 * value at e. So up to there the ratio is at most (c−e)² C / (2 e (C−e)), and it can only beat m when c−e > √(2 m e (C−e) / C).
 */
export function scanLikelihoodRatio(c: number, e: number, total: number): number {
  if (!(c > e)) return 0;
  const rest = total - c;
  return c * log(c / e) + (rest === 0 ? 0 : rest * log(rest / (total - e)));
}
