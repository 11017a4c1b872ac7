import type { PeriodAxis } from './period-axis.js';

/** Counts of areas over equally spaced periods. A gap is NaN: not delivered, and never the same as zero. */
export interface CountPanel {
  readonly areas: readonly string[];
  readonly periods: readonly string[];
  /** Steps after which the same season returns; period t has place t mod season. */
  readonly season: number;
  /** `counts[area][period]`. */
  readonly counts: readonly Float64Array[];
  /** Numbers of the areas beside each area, when they are known. */
  readonly neighbours?: readonly (readonly number[])[];
}

/** One line of a panel file. */
export interface PanelCount {
  readonly area: string;
  readonly period: string;
  readonly count: number;
}

/** A panel, and what was not taken over from the lines as it stood. */
export interface PanelReading {
  readonly panel: CountPanel;
  /** Last periods in which every area counted zero: not yet published, so they are left off. */
  readonly notYetPublished: readonly string[];
  /** Area × period without a count. */
  readonly gaps: number;
}

function isUnpublished(counts: readonly Float64Array[], period: number): boolean {
  return counts.every((row) => !(row[period]! > 0));
}

/**
 * Puts lines in a panel: areas in code-unit order, periods in order of time, a period that is missing as a gap. Periods at the end in which
 * no area counted anything are left off. Throws RangeError on an area and period that occur twice, on a count that is no whole
 * number from 0 (NaN is a gap) and when no count lies above zero.
 */
export function readPanel(lines: readonly PanelCount[], axis: PeriodAxis): PanelReading {
  const areas = [...new Set(lines.map(({ area }) => area))].sort();
  const numberOf = new Map(areas.map((area, i) => [area, i]));
  const counts = areas.map(() => new Float64Array(axis.periods.length).fill(Number.NaN));
  const seen = new Set<number>();
  for (const { area, period, count } of lines) {
    const i = numberOf.get(area)!;
    const t = axis.numberOf(period);
    const cell = i * axis.periods.length + t;
    if (seen.has(cell)) throw new RangeError(`area ${area} has two counts in ${period}`);
    if (!Number.isNaN(count) && !(Number.isInteger(count) && count >= 0))
      throw new RangeError(`area ${area} in ${period}: a count is a whole number from 0`);
    seen.add(cell);
    counts[i]![t] = count;
  }
  let length = axis.periods.length;
  while (length > 0 && isUnpublished(counts, length - 1)) length--;
  if (length === 0) throw new RangeError('the panel has no count above zero');
  const kept = counts.map((row) => row.slice(0, length));
  const panel = {
    areas,
    periods: axis.periods.slice(0, length),
    season: axis.season,
    counts: kept,
  };
  const gaps = kept.reduce((sum, row) => sum + row.reduce((n, value) => n + Number(Number.isNaN(value)), 0), 0);
  return { panel, notYetPublished: axis.periods.slice(length), gaps };
}
