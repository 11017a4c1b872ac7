import type { Axis } from './axes.js';
import { AXES } from './axes.js';
import { isHiddenState, LINE_STATES, type LineRules, type LineSaid } from './said.js';

/** Where a line lies: numbers of its area, period, category and source. Category 0 and source 0 are all together. */
export type LineAt = readonly [area: number, period: number, category: number, source: number];

export interface GuessedLine extends LineSaid {
  /** The exact number behind it. */
  reports: number;
  /** The number of the family it goes with: what must look alike, the areas under one parent. */
  family: number;
  /** Where its family is out, it looks like none or too few, as all beside it do that show no number; others then say nothing. */
  looksLikeFewWhenOut?: boolean;
}

/** Standard tables of one tier as the guesser reads them. */
export interface GuessGround {
  rules: LineRules;
  /** Of each area and each period the numbers of those just inside it. */
  areasInside: readonly (readonly number[])[];
  periodsInside: readonly (readonly number[])[];
  categories: number;
  /** All sources together are the sum of 1 … sources − 1; others may have higher numbers. */
  sources: number;
  line(at: LineAt): GuessedLine;
  /** Every place whose line holds a report and was published. */
  totals(): Iterable<LineAt>;
}

/**
 * The totals that have a hidden part, with all their parts, as flat numbers: what can be handed to a thread. Lines are in
 * the order in which they are met.
 */
export interface GuessTable {
  rules: LineRules;
  /** Of each line: place in `LINE_STATES`, the shown number, the scale, the exact number, the family. */
  state: Uint8Array;
  shown: Int32Array;
  scale: Float64Array;
  reports: Int32Array;
  family: Int32Array;
  /** 1 where it looks like none or too few once its family is out. */
  fewWhenOut: Uint8Array;
  /** Per axis: of each sum the line of its total, and where its parts begin; one more at the end. */
  sums: Record<Axis, { total: Int32Array; start: Int32Array; parts: Int32Array }>;
}

/** Gathers the sums of all four axes. Sums none of whose parts holds a report are of tables that do not exist, and are left out. */
export function guessTable(ground: GuessGround): GuessTable {
  const lines: GuessedLine[] = [];
  const numbers = new Map<number, number>();
  const { areasInside, periodsInside, categories } = ground;
  const numberOf = (at: LineAt, line: GuessedLine): number => {
    const key = ((at[3] * categories + at[2]) * periodsInside.length + at[1]) * areasInside.length + at[0];
    let number = numbers.get(key);
    if (number === undefined) {
      number = lines.push(line) - 1;
      numbers.set(key, number);
    }
    return number;
  };
  const gather = (axis: Axis) => {
    const total: number[] = [];
    const start: number[] = [0];
    const parts: number[] = [];
    for (const at of ground.totals()) {
      const inside = partsOf(at, axis, ground);
      if (inside.length === 0) continue;
      const own = inside.map((part) => ground.line(part));
      if (!own.some(({ state }) => isHiddenState(state)) || own.every(({ reports }) => reports === 0)) continue;
      total.push(numberOf(at, ground.line(at)));
      inside.forEach((part, i) => parts.push(numberOf(part, own[i]!)));
      start.push(parts.length);
    }
    return { total: Int32Array.from(total), start: Int32Array.from(start), parts: Int32Array.from(parts) };
  };
  const sums = Object.fromEntries(AXES.map((axis) => [axis, gather(axis)])) as GuessTable['sums'];
  return {
    rules: ground.rules,
    state: Uint8Array.from(lines, ({ state }) => LINE_STATES.indexOf(state)),
    shown: Int32Array.from(lines, ({ shown }) => shown),
    scale: Float64Array.from(lines, ({ scale }) => scale),
    reports: Int32Array.from(lines, ({ reports }) => reports),
    family: Int32Array.from(lines, ({ family }) => family),
    fewWhenOut: Uint8Array.from(lines, ({ looksLikeFewWhenOut }) => (looksLikeFewWhenOut ? 1 : 0)),
    sums,
  };
}

function partsOf([area, period, category, source]: LineAt, axis: Axis, ground: GuessGround): LineAt[] {
  switch (axis) {
    case 'areas':
      return ground.areasInside[area]!.map((inside) => [inside, period, category, source]);
    case 'periods':
      return ground.periodsInside[period]!.map((inside) => [area, inside, category, source]);
    case 'categories':
      return category === 0 ? upTo(ground.categories, (each) => [area, period, each, source]) : [];
    case 'sources':
      return source === 0 ? upTo(ground.sources, (each) => [area, period, category, each]) : [];
  }
}

/** For 1 … count − 1. */
const upTo = (count: number, of: (each: number) => LineAt): LineAt[] =>
  Array.from({ length: Math.max(0, count - 1) }, (_each, i) => of(i + 1));
