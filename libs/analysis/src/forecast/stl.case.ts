import type { CaseMethod, JudgeContext, Judgement } from '../case/case-method.js';
import { numberParam } from '../case/case-params.js';
import { CaseInputError, getTable, numberColumn } from '../case/case-table.js';
import { componentStrength, stl, type StlDecomposition } from './stl.js';

interface Variant {
  readonly name: string;
  readonly s_window: number | 'periodic';
  readonly robust: boolean;
}

const largestDifference = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);

const COMPONENTS = ['seasonal', 'trend', 'remainder'] as const;

const jumpsOf = ({ seasonalLoess, trendLoess, lowPassLoess }: StlDecomposition) =>
  [seasonalLoess, trendLoess, lowPassLoess].map(({ jump }) => jump);

/** Column `y`: every variant of the decomposition, at every point and with R's jumps. */
export const stlCase: CaseMethod = {
  analyse(tables, params) {
    const y = numberColumn(getTable(tables), 'y');
    const period = numberParam(params, 'period');
    const variants = (params as { variants?: unknown }).variants;
    if (!Array.isArray(variants)) throw new CaseInputError('params.variants must be a list');
    return {
      period,
      variants: (variants as Variant[]).map(({ name, s_window, robust }) => {
        const options = { period, seasonalWindow: s_window, robust };
        const every = stl(y, options);
        const tenth = stl(y, { ...options, jumps: 'tenth' });
        const { seasonal, trend, remainder, weights, seasonalLoess, trendLoess, lowPassLoess } = every;
        return {
          name,
          s_window,
          robust,
          effective: {
            s: seasonalLoess.window,
            t: trendLoess.window,
            l: lowPassLoess.window,
            deg_s: seasonalLoess.degree,
            deg_t: trendLoess.degree,
            deg_l: lowPassLoess.degree,
            inner: every.inner,
            outer: every.outer,
          },
          jump1: { seasonal, trend, remainder, weights },
          r_default_jumps: { jumps: jumpsOf(tenth), seasonal: tenth.seasonal, trend: tenth.trend },
          max_abs_difference_jump1_vs_default: Math.max(
            ...COMPONENTS.map((component) => largestDifference(every[component], tenth[component])),
          ),
          strength_trend: componentStrength(trend, remainder),
          strength_seasonal: componentStrength(seasonal, remainder),
        };
      }),
    };
  },
  tolerances: [
    ...[...COMPONENTS.map((name) => `jump1.${name}`), 'r_default_jumps.seasonal', 'r_default_jumps.trend'].map(
      (part) => ({ at: `variants.*.${part}`, judge: withinRange }),
    ),
    { at: 'variants.*.jump1.weights.*', abs: 1e-8 },
    { at: 'variants.*.max_abs_difference_jump1_vs_default', rel: 1e-7 },
    { at: '**', rel: 1e-8 },
  ],
};

/** Every value within 1e-8 of the range of the series. */
function withinRange(expected: unknown, actual: unknown, { tables }: JudgeContext): Judgement {
  const y = numberColumn(getTable(tables), 'y');
  const range = y.reduce((a, b) => Math.max(a, b)) - y.reduce((a, b) => Math.min(a, b));
  const wanted = expected as number[];
  const found = actual as number[];
  const worst = wanted.reduce((most, value, i) => Math.max(most, Math.abs(value - found[i]!)), 0) / range;
  return { ok: found.length === wanted.length && worst <= 1e-8, deviation: worst, compared: wanted.length };
}
