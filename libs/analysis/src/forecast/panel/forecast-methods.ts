import type { CountPanel } from './count-panel.js';
import { epidemicForecasts } from './epidemic-forecasts.js';
import { levelForecasts } from './level-regression.js';
import { NAIVE_METHODS, naiveForecasts } from './naive-forecasts.js';
import type { OneStepForecasts } from './one-step-forecasts.js';
import { smoothingForecasts } from './smoothing-forecasts.js';

/** The models that may be shown instead of a naive forecast; the mixture is made of these and of the naive ones. */
export const MODEL_METHODS = ['smoothing', 'level regression', 'endemic-epidemic', 'mixture'] as const;
export type ModelMethod = (typeof MODEL_METHODS)[number];

/** Every method of the back-test in its order: naive ones, models, and the mixture last. */
export const FORECAST_METHODS = [...NAIVE_METHODS, ...MODEL_METHODS] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** How many of the methods stand on their own: all but the mixture. */
export const SINGLE_METHODS = FORECAST_METHODS.length - 1;

/** Is it one of the forecasts that need no model? By its number in FORECAST_METHODS. */
export function isNaive(method: number): boolean {
  return method < NAIVE_METHODS.length;
}

/** The forecasts of every single method, in the order of FORECAST_METHODS. */
export function allForecasts(panel: CountPanel): OneStepForecasts[] {
  const smoothing = smoothingForecasts(panel);
  return [
    ...NAIVE_METHODS.map((method) => naiveForecasts(panel, method)),
    smoothing.forecasts,
    levelForecasts(panel, smoothing),
    epidemicForecasts(panel, smoothing),
  ];
}
