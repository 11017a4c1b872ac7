/** Where rows fall in a table: the index along an axis by the number that a row bears there, −1 where it falls outside. */
export interface TableAxes {
  areaOf: Int32Array;
  areas: number;
  periodOf: Int32Array;
  periods: number;
  /** From 1: 0 is every category together. */
  categoryOf: Int32Array;
  /** With that one. */
  categories: number;
}

/** Rows by their numbers. */
export interface NumberedRows {
  place: Int32Array;
  time: Int32Array;
  category: Int32Array;
  /** 32 bits. */
  key: Int32Array;
  /** The unit (a household, a reporter) that a report names, or how many reports a row stands for. */
  value: Int32Array;
}

/** Eight whole numbers a cell, side by side: what is touched together lies together. */
const WIDTH = 8;
const [LAST_UNIT, RUN, REPORTS, UNITS, LARGEST, SECOND, KEY, OTHER] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Counts reports and distinct units in every cell of a table, and in each area and period over every category together, in one pass over rows
 * that stand unit by unit: a cell has met a unit before only where that was the last one it met. So nothing is kept of a unit, and the memory
 * is that of the cells. Give the rows in as many slices as you like, in their order; `close` before reading.
 */
export class CellSums {
  private readonly sums: Int32Array;

  constructor(private readonly axes: TableAxes) {
    this.sums = new Int32Array(axes.areas * axes.periods * axes.categories * WIDTH);
  }

  cellAt(area: number, period: number, category: number): number {
    return (area * this.axes.periods + period) * this.axes.categories + category;
  }

  /** Reports that name their unit, those of one unit together; each with the key of its unit. */
  addUnits({ place, time, category, key, value }: NumberedRows, from: number, to: number): void {
    const { areaOf, periodOf, periods, categoryOf, categories } = this.axes;
    const { sums } = this;
    for (let i = from; i < to; i++) {
      const area = areaOf[place[i]!]!;
      const period = periodOf[time[i]!]!;
      if (area < 0 || period < 0) continue;
      const every = (area * periods + period) * categories;
      meetUnit(sums, every * WIDTH, value[i]!, key[i]!);
      meetUnit(sums, (every + categoryOf[category[i]!]!) * WIDTH, value[i]!, key[i]!);
    }
  }

  /** Rows of `value` reports that name no unit, with the sum of their keys. */
  addCounted({ place, time, category, key, value }: NumberedRows, from: number, to: number): void {
    const { areaOf, periodOf, periods, categoryOf, categories } = this.axes;
    const { sums } = this;
    for (let i = from; i < to; i++) {
      const area = areaOf[place[i]!]!;
      const period = periodOf[time[i]!]!;
      if (area < 0 || period < 0) continue;
      const every = (area * periods + period) * categories;
      for (const cell of [every, every + categoryOf[category[i]!]!]) {
        sums[cell * WIDTH + OTHER]! += value[i]!;
        sums[cell * WIDTH + KEY]! += key[i]!;
      }
    }
  }

  /** Ends the run of the last unit of every cell. */
  close(): void {
    for (let at = 0; at < this.sums.length; at += WIDTH) endRun(this.sums, at);
  }

  /** Reports of units and others together. */
  reports = (cell: number): number => this.named(cell) + this.others(cell);
  /** Reports that name their unit. */
  named = (cell: number): number => this.sums[cell * WIDTH + REPORTS]!;
  others = (cell: number): number => this.sums[cell * WIDTH + OTHER]!;
  units = (cell: number): number => this.sums[cell * WIDTH + UNITS]!;
  /** Reports of the two units with most of them, largest first; 0 where there is none. */
  largest = (cell: number): [number, number] => [this.sums[cell * WIDTH + LARGEST]!, this.sums[cell * WIDTH + SECOND]!];
  /** Sum modulo 2³² of the keys of the distinct units and of what was counted. */
  key = (cell: number): number => this.sums[cell * WIDTH + KEY]! >>> 0;
}

function meetUnit(sums: Int32Array, at: number, unit: number, key: number): void {
  if (sums[at + LAST_UNIT] === unit && sums[at + RUN]! > 0) {
    sums[at + RUN]! += 1;
    return;
  }
  endRun(sums, at);
  sums[at + LAST_UNIT] = unit;
  sums[at + RUN] = 1;
  sums[at + UNITS]! += 1;
  sums[at + KEY]! += key;
}

function endRun(sums: Int32Array, at: number): void {
  const run = sums[at + RUN]!;
  sums[at + RUN] = 0;
  sums[at + REPORTS]! += run;
  if (run > sums[at + LARGEST]!) {
    sums[at + SECOND] = sums[at + LARGEST]!;
    sums[at + LARGEST] = run;
  } else if (run > sums[at + SECOND]!) sums[at + SECOND] = run;
}
