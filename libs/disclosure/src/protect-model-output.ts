/** What a regression or a forecast wants to release about one coefficient or forecast. Nulls are "not defined". */
export interface ModelEstimate {
  name: string;
  estimate: number | null;
  low: number | null;
  high: number | null;
  p: number | null;
}

export interface ModelOutput {
  estimates: readonly ModelEstimate[];
  /** Number of observations that the model was fitted on. */
  n: number;
  residualDegreesOfFreedom: number;
  /** Per level of each factor: how many distinct units (households, areas) it holds. */
  unitsPerLevel: readonly number[];
}

export const PUBLISHED_P_BANDS = ['< 0.001', '0.001–0.01', '0.01–0.05', '0.05–0.1', '≥ 0.1'] as const;
export type PBand = (typeof PUBLISHED_P_BANDS)[number];

export interface ReleasableEstimate {
  name: string;
  estimate: number | null;
  low: number | null;
  high: number | null;
  p: PBand | null;
}
export type ModelRefusal = 'too_few_degrees_of_freedom' | 'too_few_units_in_a_level' | 'too_close_to_a_released_run';
export type ProtectedModelOutput =
  { state: 'refused'; rule: ModelRefusal } | { state: 'shown'; estimates: readonly ReleasableEstimate[]; n: number };

/** Least residual degrees of freedom, units per factor level, and households by which two released runs differ. */
export const MODEL_LIMITS = { degreesOfFreedom: 10, unitsPerLevel: 10, differingHouseholds: 5 } as const;

/**
 * Rule 10 for models: they come from exact data and leave with two significant digits, p in bands and n rounded to 10.
 * Refused under 10 residual degrees of freedom, with under 10 units in a factor level, or where the data differ by
 * fewer than 5 households from those of a run that was released. Zero differing households is the same run again and
 * passes. There is no field for residuals. `householdsDiffering`: one number per earlier run of this model.
 */
export function protectModelOutput(output: ModelOutput, householdsDiffering: readonly number[]): ProtectedModelOutput {
  if (output.residualDegreesOfFreedom < MODEL_LIMITS.degreesOfFreedom)
    return { state: 'refused', rule: 'too_few_degrees_of_freedom' };
  if (output.unitsPerLevel.some((units) => units < MODEL_LIMITS.unitsPerLevel))
    return { state: 'refused', rule: 'too_few_units_in_a_level' };
  if (householdsDiffering.some((count) => count > 0 && count < MODEL_LIMITS.differingHouseholds))
    return { state: 'refused', rule: 'too_close_to_a_released_run' };
  return {
    state: 'shown',
    n: Math.round(output.n / 10) * 10,
    estimates: output.estimates.map(({ name, estimate, low, high, p }) => ({
      name,
      estimate: twoDigits(estimate),
      low: twoDigits(low),
      high: twoDigits(high),
      p: p === null ? null : bandOf(p),
    })),
  };
}

const twoDigits = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Number(value.toPrecision(2));

const bandOf = (p: number): PBand =>
  p < 0.001 ? '< 0.001' : p < 0.01 ? '0.001–0.01' : p < 0.05 ? '0.01–0.05' : p < 0.1 ? '0.05–0.1' : '≥ 0.1';
