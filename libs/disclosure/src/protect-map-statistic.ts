import type { ProtectedCell } from './protected-cell.js';
import { REASON_TEXTS, type ReasonText } from './reason-text.js';

/** What a map method says about one area. `z` is null where it is not defined (an area without neighbours). */
export interface MapStatistic<Klass extends string = string> {
  z: number | null;
  klass: Klass;
}

export type ProtectedMapStatistic<Klass extends string = string> =
  | { state: 'shown'; z: number | null; klass: Klass; reasonText: ReasonText }
  | { state: Exclude<ProtectedCell['state'], 'shown'>; reasonText: ReasonText };

/**
 * Rule 10 for maps: the class, and z to one decimal, only where the area's own cell is shown; otherwise nothing of the
 * statistic leaves and the area keeps the state of its cell, so that withheld, zero and not delivered stay three
 * different looks.
 */
export function protectMapStatistic<Klass extends string>(
  statistic: MapStatistic<Klass>,
  cell: ProtectedCell,
): ProtectedMapStatistic<Klass> {
  if (cell.state !== 'shown') return { state: cell.state, reasonText: cell.reasonText };
  if (!cell.mayBeHotspot) return { state: 'withheld', reasonText: REASON_TEXTS.withheld };
  return { state: 'shown', z: toOneDecimal(statistic.z), klass: statistic.klass, reasonText: REASON_TEXTS.shown };
}

/**
 * Half away from zero; never −0, which some formatters print as "-0.0". A z that is not a finite number is not shown.
 */
function toOneDecimal(z: number | null): number | null {
  if (z === null || !Number.isFinite(z)) return null;
  const rounded = (Math.sign(z) * Math.round(Math.abs(z) * 10)) / 10;
  return rounded === 0 ? 0 : rounded;
}
