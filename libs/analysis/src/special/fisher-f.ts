import { betaTails } from './incomplete-beta.js';
import { chiSquareTails } from './chi-square.js';
import { ALL_ABOVE, UNDEFINED_TAILS, type Tails } from './tails.js';

/** Both tails of the F distribution with df1, df2 > 0 at f; df2 = Infinity is chi-square over df1. NaN outside the domain. */
export function fisherTails(f: number, df1: number, df2: number): Tails {
  if (!(df1 > 0 && df2 > 0) || Number.isNaN(f)) return UNDEFINED_TAILS;
  if (f <= 0) return ALL_ABOVE;
  if (df2 === Infinity) return chiSquareTails(f * df1, df1);
  const whole = df1 * f + df2;
  return betaTails(df1 / 2, df2 / 2, whole === Infinity ? 1 : (df1 * f) / whole, df2 / whole);
}
