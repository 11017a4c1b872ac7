import type { Design } from './design.js';

/** What the segmented regression is told about the series. */
export interface InterruptionSettings {
  /** Periods in a year (12 for months): time and slope are stated per year. */
  readonly period: number;
  /** Pairs of sine and cosine of that period. */
  readonly harmonics: number;
  /** The first period after the measure, on the scale of `time`. */
  readonly interventionAt: number;
}

/**
 * Design of an interrupted time series (Bernal, Cummins & Gasparrini 2017): intercept, time, level change, slope change, harmonics,
 * covariates. `after` is 1 where the measure was in force. A period that is not in `time` is a gap, not a zero: leave its row out.
 */
export function interruptedDesign(
  time: Float64Array,
  after: Float64Array,
  settings: InterruptionSettings,
  covariates: readonly { readonly name: string; readonly values: Float64Array }[] = [],
): Design {
  const { period, harmonics, interventionAt } = settings;
  const names = ['(Intercept)', 'time', 'level', 'slope'];
  const columns: Float64Array[] = [
    new Float64Array(time.length).fill(1),
    time.map((t) => t / period),
    Float64Array.from(after),
    time.map((t) => (t >= interventionAt ? (t - interventionAt) / period : 0)),
  ];
  for (let h = 1; h <= harmonics; h++) {
    const angle = (t: number) => (2 * Math.PI * h * t) / period;
    names.push(`sin${h}`, `cos${h}`);
    columns.push(
      time.map((t) => Math.sin(angle(t))),
      time.map((t) => Math.cos(angle(t))),
    );
  }
  for (const { name, values } of covariates) {
    names.push(name);
    columns.push(values);
  }
  return { rows: time.length, names, columns };
}

/** The same design as if the measure had never come: no level and no slope change. */
export function withoutIntervention(design: Design): Design {
  const zero = new Float64Array(design.rows);
  const columns = design.columns.map((column, j) => (['level', 'slope'].includes(design.names[j]!) ? zero : column));
  return { ...design, columns };
}

/** exp(X b): the expected counts of a design under given coefficients; columns that were not estimable do not contribute. */
export function expectedCounts(design: Design, coefficients: Float64Array): Float64Array {
  const eta = new Float64Array(design.rows);
  design.columns.forEach((column, j) => {
    const b = coefficients[j]!;
    if (Number.isFinite(b)) for (let i = 0; i < eta.length; i++) eta[i]! += b * column[i]!;
  });
  return eta.map(Math.exp);
}
