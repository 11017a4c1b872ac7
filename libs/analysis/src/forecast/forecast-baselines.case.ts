import type { CaseMethod } from '../case/case-method.js';
import { numberParam } from '../case/case-params.js';
import { CaseInputError, getTable, numberColumn } from '../case/case-table.js';
import { baselineForecast, baselineInterval, type BaselineForecast, type BaselineName } from './baselines.js';
import { errorScale, pointScores, type ErrorScale } from './point-scores.js';
import { rollingErrors, summariseRolling } from './rolling-origin.js';

const SINGLE: readonly BaselineName[] = ['naive', 'snaive', 'drift', 'mean'];
const ROLLING: readonly BaselineName[] = ['naive', 'snaive', 'mean'];
const LEVELS = [50, 80, 95];

function singleOrigin(found: BaselineForecast, test: Float64Array, seasonal: ErrorScale, naive: ErrorScale) {
  const intervals = LEVELS.map((level) => ({ name: `l${level}`, ...baselineInterval(found, level / 100) }));
  const coverage = ({ lower, upper }: (typeof intervals)[number]) =>
    test.filter((y, k) => y >= lower[k]! && y <= upper[k]!).length / test.length;
  const scores = pointScores(test, found.point);
  return {
    forecast: found.point,
    lower: Object.fromEntries(intervals.map(({ name, lower }) => [name, lower])),
    upper: Object.fromEntries(intervals.map(({ name, upper }) => [name, upper])),
    ME: scores.meanError,
    MAE: scores.meanAbsoluteError,
    RMSE: scores.rootMeanSquaredError,
    MAPE: scores.meanAbsolutePercentageError,
    sMAPE: scores.symmetricPercentageError,
    WAPE: scores.weightedAbsolutePercentageError,
    MASE_seasonal: scores.meanAbsoluteError / seasonal.absolute,
    MASE_naive: scores.meanAbsoluteError / naive.absolute,
    RMSSE_seasonal: scores.rootMeanSquaredError / Math.sqrt(seasonal.squared),
    coverage80: coverage(intervals[1]!),
    coverage95: coverage(intervals[2]!),
  };
}

/** Column `y`, equally spaced and complete: the baselines from one origin and from every origin of the test part. */
export const forecastBaselinesCase: CaseMethod = {
  analyse(tables, params) {
    const y = numberColumn(getTable(tables), 'y');
    const period = numberParam(params, 'period');
    const horizon = numberParam(params, 'horizon');
    const first = y.length - numberParam(params, 'test');
    if (first < 1 || first + horizon > y.length) throw new CaseInputError('the series is shorter than the test part');
    const training = y.slice(0, first);
    const test = y.slice(first, first + horizon);
    const seasonal = errorScale(training, period);
    const naive = errorScale(training, 1);
    const single = SINGLE.map((name) => {
      const found = baselineForecast(name, training, horizon, period);
      return [name, singleOrigin(found, test, seasonal, naive)] as const;
    });
    const rolling = ROLLING.map((name) => {
      const errors = rollingErrors(y, first, horizon, (past) => baselineForecast(name, past, horizon, period).point);
      const summary = summariseRolling(y, errors, period);
      const result = {
        mae_by_horizon: summary.meanAbsoluteErrorByHorizon,
        rmse_by_horizon: summary.rootMeanSquaredErrorByHorizon,
        mase_overall: summary.meanAbsoluteError / seasonal.absolute,
        mase_by_horizon: summary.meanAbsoluteErrorByHorizon.map((error) => error / seasonal.absolute),
        mase_rescaled_each_origin: summary.rescaledAtEachOrigin,
      };
      return [name, result] as const;
    });
    return {
      n_train: first,
      mase_scale_seasonal: seasonal.absolute,
      mase_scale_naive: naive.absolute,
      single_origin: Object.fromEntries(single),
      rolling: { n_origins: y.length - horizon - first + 1, methods: Object.fromEntries(rolling) },
    };
  },
  tolerances: [
    { at: 'single_origin.*.lower.**', rel: 1e-8 },
    { at: 'single_origin.*.upper.**', rel: 1e-8 },
    // A mean error may cancel to nothing: an absolute bound far below one count beside the relative one.
    { at: '**', rel: 1e-10, abs: 1e-10 },
  ],
};
