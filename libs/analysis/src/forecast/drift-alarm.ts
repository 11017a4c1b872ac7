/** Settings of the alarm, in standard deviations of the reference. */
export interface DriftOptions {
  /** Worse by less than this is let pass. */
  readonly allowance: number;
  readonly threshold: number;
}

/** What the alarm says after the last value. */
export interface DriftAlarm {
  /** Cumulative sum after each value; it starts at 0 and never lies below. */
  readonly sums: Float64Array;
  /** Number of the first value at which the threshold was passed, −1 when it was not. */
  readonly alarmAt: number;
}

/** Tuned for a change of one standard deviation: on average one false alarm in some 930 periods without change (Hawkins & Olwell 1998). */
export const DRIFT_DEFAULTS: DriftOptions = { allowance: 0.5, threshold: 5 };
/** Values that a reference needs before a deviation means anything. */
const LEAST_REFERENCE = 8;

/**
 * Does a model get worse against its baseline? One-sided cumulative sum (Page 1954) of the score of the model minus that of the baseline,
 * per period, standardised by mean and deviation of the reference (the back-test it was activated on): Sₜ = max(0, Sₜ₋₁ + zₜ − k),
 * alarm when S > h. A gap (NaN) leaves the sum as it is. Throws RangeError on a reference that is too short or never changed.
 */
export function driftAlarm(
  reference: ArrayLike<number>,
  recent: ArrayLike<number>,
  { allowance, threshold }: DriftOptions = DRIFT_DEFAULTS,
): DriftAlarm {
  const known = Array.from(reference).filter((value) => !Number.isNaN(value));
  if (known.length < LEAST_REFERENCE) throw new RangeError(`a reference needs ${LEAST_REFERENCE} values`);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1);
  if (!(variance > 0)) throw new RangeError('a reference that never changes has no deviation');
  const deviation = Math.sqrt(variance);
  const sums = new Float64Array(recent.length);
  let sum = 0;
  let alarmAt = -1;
  for (let t = 0; t < recent.length; t++) {
    if (!Number.isNaN(recent[t]!)) sum = Math.max(0, sum + (recent[t]! - mean) / deviation - allowance);
    sums[t] = sum;
    if (alarmAt < 0 && sum > threshold) alarmAt = t;
  }
  return { sums, alarmAt };
}
