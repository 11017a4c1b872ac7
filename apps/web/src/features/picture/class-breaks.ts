/** One colour of the map: values above `over` (exclusive, null for the first) up to and including `upTo`. */
export interface ValueClass {
  over: number | null;
  upTo: number;
  least: number;
  areas: number;
}

/**
 * At most `count` classes with about equally many areas each (quantiles). Zero is a class of its own and is not among them; equal values are
 * never in two classes; `step` is the rounding of the bounds (1 for counts, 0.1 for rates). No values: no classes.
 */
export function classBreaks(values: readonly number[], count: number, step: number): ValueClass[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const roundUp = (value: number): number => Number((Math.ceil(Number((value / step).toFixed(6))) * step).toFixed(6));
  const bounds = new Set<number>();
  for (let k = 1; k <= count && sorted.length > 0; k += 1)
    bounds.add(roundUp(sorted[Math.ceil((sorted.length * k) / count) - 1] ?? 0));
  const classes: ValueClass[] = [];
  let over: number | null = null;
  for (const upTo of bounds) {
    const inside = sorted.filter((value) => value <= upTo && (over === null || value > over));
    const least = inside[0];
    if (least !== undefined) {
      classes.push({ over, upTo, least, areas: inside.length });
      over = upTo;
    }
  }
  return classes;
}

/** The index of the class that a positive value falls in; -1 where there is none. */
export const classOf = (value: number, classes: readonly ValueClass[]): number =>
  classes.findIndex(({ upTo }) => value <= upTo);
