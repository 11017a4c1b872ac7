/** One thing that was checked: what was found, what was expected, and whether they agree. */
export interface Check {
  name: string;
  found: string;
  expected: string;
  holds: boolean;
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Whether a share of `trials` may well have the probability `p`: within `sides` standard errors of it. */
export const isNear = (share: number, p: number, trials: number, sides = 3): boolean =>
  Math.abs(share - p) <= sides * Math.sqrt((p * (1 - p)) / trials);

/** At most the nominal share of false alarms, but for the luck of a finite number of trials (three standard errors). */
export const atMost = (share: number, p: number, trials: number): boolean =>
  share <= p + 3 * Math.sqrt((p * (1 - p)) / trials);
