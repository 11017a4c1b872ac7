import type { CaseMethod, JudgeContext, Judgement } from '../case/case-method.js';
import { CaseInputError, getTable, numberColumn, optionalNumberColumn, textColumn } from '../case/case-table.js';
import { chiSquareQuantile, chiSquareTails } from './chi-square.js';
import { betaTails } from './incomplete-beta.js';
import { logGamma } from './log-gamma.js';
import {
  negativeBinomialLogProbability,
  negativeBinomialQuantile,
  negativeBinomialTails,
} from './negative-binomial.js';
import { normalQuantile } from './normal-quantile.js';
import { normalUpper } from './normal.js';
import { poissonLogProbability, poissonTails } from './poisson.js';
import { digamma, trigamma } from './polygamma.js';
import { studentQuantile, studentTails } from './student-t.js';

const functions: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  lgamma: logGamma,
  digamma,
  trigamma,
  pnorm_upper: normalUpper,
  qnorm: normalQuantile,
  pt_upper: (a, b) => studentTails(a, b).upper,
  qt: studentQuantile,
  pchisq_upper: (a, b) => chiSquareTails(a, b).upper,
  qchisq: (a, b) => chiSquareQuantile(a, b),
  pbeta: (a, b, c) => betaTails(b, c, a).lower,
  dpois_log: poissonLogProbability,
  ppois_upper: (a, b) => poissonTails(a, b).upper,
  dnbinom_log: negativeBinomialLogProbability,
  pnbinom: (a, b, c) => negativeBinomialTails(a, b, c).lower,
  qnbinom: negativeBinomialQuantile,
};

/** Which tolerance holds depends on the function that the row of the input asks for. */
function judgeRow(expected: unknown, actual: unknown, context: JudgeContext): Judgement {
  const row = Number(context.path.at(-1));
  const table = getTable(context.tables);
  const name = textColumn(table, 'fn')[row]!;
  const size = optionalNumberColumn(table, 'b')[row] ?? 0;
  if (typeof expected !== 'number' || typeof actual !== 'number') {
    return { ok: expected === actual, deviation: expected === actual ? 0 : Infinity, compared: 1 };
  }
  if (Math.abs(expected) <= 1e-290) return { ok: Math.abs(actual) <= 2e-290, deviation: 0, compared: 1 };
  const deviation = Math.abs(expected - actual) / Math.abs(expected);
  const allowed =
    name === 'qnbinom' ? 0 : name === 'dnbinom_log' && size > 1e4 ? 1e-8 : name.startsWith('q') ? 1e-9 : 1e-10;
  return { ok: deviation <= allowed, deviation, compared: 1, reason: `${name}, allowed ${allowed}` };
}

/** One value per row of the input: special functions and distributions by name, as in the folder's README. */
export const specialFunctionsCase: CaseMethod = {
  analyse(tables) {
    const table = getTable(tables);
    const names = textColumn(table, 'fn');
    const a = numberColumn(table, 'a');
    const [b, c] = ['b', 'c'].map((column) => optionalNumberColumn(table, column));
    const value = names.map((name, row) => {
      const compute = functions[name ?? ''];
      if (!compute) throw new CaseInputError(`there is no function ${name}`);
      return compute(a[row]!, b![row] ?? Number.NaN, c![row] ?? Number.NaN);
    });
    return { value };
  },
  tolerances: [{ at: 'value.*', judge: judgeRow }],
};
