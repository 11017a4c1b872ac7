/** How unevenly events are spread over units (households, addresses, areas). Shares lie between 0 and 1. */
export interface Concentration {
  readonly units: number;
  readonly events: number;
  /** 0 = every unit the same, near 1 = all with one unit. Near 1 by construction when there are fewer events than units. */
  readonly gini: number;
  readonly giniUnbiased: number;
  /** Bernasco & Steenbeek 2017: compares with the most even spread that so few events allow. Equal to `gini` otherwise. */
  readonly giniGeneralised: number;
  readonly giniGeneralisedUnbiased: number;
  /** Lorenz curve from (0, 0) to (1, 1), units in ascending order. */
  readonly lorenzUnits: Float64Array;
  readonly lorenzEvents: Float64Array;
  /** Share of events that would have to move to make all units equal. */
  readonly hoover: number;
  readonly theil: number;
  readonly herfindahl: number;
  readonly unitsWithEvents: number;
  /** Counts in descending order. */
  readonly descending: Float64Array;
}

/**
 * Lorenz curve and measures of concentration of counts per unit. Counts must be ≥ 0; leave missing units out before (a unit
 * without events is a 0, a unit whose count is unknown is missing). Without units or events everything but the sizes is NaN.
 */
export function concentration(counts: ArrayLike<number>): Concentration {
  const ascending = Float64Array.from(counts).sort();
  const n = ascending.length;
  if (n > 0 && !(ascending[0]! >= 0 && ascending[n - 1]! < Infinity)) throw new RangeError('counts must be 0 or more');
  let events = 0;
  let ranked = 0;
  ascending.forEach((x, i) => {
    events += x;
    ranked += x * (i + 1);
  });
  const gini = ((2 * ranked) / events - (n + 1)) / n;
  const giniGeneralised = Math.max(1, n / events) * (gini - 1) + 1;
  const smaller = Math.min(n, events);
  const lorenzUnits = Float64Array.from({ length: n + 1 }, (_, i) => i / n);
  const lorenzEvents = new Float64Array(n + 1);
  let running = 0;
  let hoover = 0;
  let theil = 0;
  let herfindahl = 0;
  let unitsWithEvents = 0;
  const mean = events / n;
  ascending.forEach((x, i) => {
    running += x;
    lorenzEvents[i + 1] = running / events;
    hoover += Math.abs(x - mean);
    herfindahl += (x / events) ** 2;
    if (x > 0) {
      theil += (x / mean) * Math.log(x / mean);
      unitsWithEvents += 1;
    }
  });
  return {
    units: n,
    events,
    gini,
    giniUnbiased: (gini * n) / (n - 1),
    giniGeneralised,
    giniGeneralisedUnbiased: (giniGeneralised * smaller) / (smaller - 1),
    lorenzUnits,
    lorenzEvents,
    hoover: hoover / (2 * events),
    theil: theil / n,
    herfindahl,
    unitsWithEvents,
    descending: ascending.toReversed(),
  };
}

/** Share of all events that the `k` largest units hold, and how arbitrary that cut is. */
export interface TopShare {
  readonly units: number;
  readonly share: number;
  /** Units with the same count as the last one inside, also those outside the cut. */
  readonly tied: number;
  /** Share of all units with at least the count of the last one inside: ties included. */
  readonly shareWithTies: number;
}

/** The share of the `k` largest units, 1 ≤ k; all of them when there are fewer. NaN without events. */
export function topShare({ descending, events }: Concentration, k: number): TopShare {
  const units = Math.min(descending.length, k);
  const last = descending[units - 1] ?? Number.NaN;
  let inside = 0;
  let withTies = 0;
  let tied = 0;
  descending.forEach((x, i) => {
    if (i < units) inside += x;
    if (x >= last) withTies += x;
    if (x === last) tied += 1;
  });
  return { units, share: inside / events, tied, shareWithTies: withTies / events };
}

/** Number of units in the largest `fraction` of them, rounded up. */
export function unitsInFraction({ units }: Concentration, fraction: number): number {
  return Math.ceil(units * fraction - 1e-9);
}

/** Smallest number of largest units that together hold at least `share` of the events; NaN without events. */
export function unitsForShare({ descending, events }: Concentration, share: number): number {
  let running = 0;
  for (let i = 0; i < descending.length; i++) {
    running += descending[i]!;
    if (running >= share * events - 1e-9 && events > 0) return i + 1;
  }
  return Number.NaN;
}
