/** What numbers for everybody are rounded to. */
export const PUBLIC_BASE = 5;

/**
 * Rule 8. The nearest multiple of 5. Every cell is rounded by itself, totals too, so columns need not add up; the
 * screen says so.
 */
export const roundToBase = (value: number): number => Math.round(value / PUBLIC_BASE) * PUBLIC_BASE;
