import { AXES, type Axis } from './axes.js';
import { LINE_STATES, type LineRules, type LineSaid } from './said.js';

/** Where a line lies: numbers of its area, period, category and source. Category 0 and source 0 are all together. */
export type LineAt = readonly [area: number, period: number, category: number, source: number];

/** The line can go with nothing: there the source delivered nothing. */
export const NO_FAMILY = -1;

/** All, years, quarters, months. */
const MOST_GRAINS = 4;

export interface GuessedLine extends LineSaid {
  /** The exact number behind it. */
  reports: number;
  /** The number of the family it goes with: what must look alike, the areas under one parent; or `NO_FAMILY`. */
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
  /** Of each area its level and of each period its grain, as numbers from 0. */
  levels: readonly number[];
  grains: readonly number[];
  categories: number;
  /** All sources together are the sum of 1 … sources − 1; others may have higher numbers. */
  sources: number;
  line(at: LineAt): GuessedLine;
  /** Every place whose line holds a report. One that was not published is the sum of its parts all the same. */
  totals(): Iterable<LineAt>;
}

/** Of each sum the line of its total, and where its parts begin; one more at the end. */
export interface GuessSums {
  total: Int32Array;
  start: Int32Array;
  parts: Int32Array;
}

/** All totals with their parts, as flat numbers: what can be handed to a thread. Lines are in the order in which they are met. */
export interface GuessTable {
  rules: LineRules;
  /** Of each line: place in `LINE_STATES`, the shown number, the scale, the exact number, the family. */
  state: Uint8Array;
  shown: Int32Array;
  scale: Float64Array;
  reports: Int32Array;
  family: Int32Array;
  /** Lines of the same level and grain, of one category or all of them, of one source or all: how much is hidden in such is known of all alike. */
  kind: Uint16Array;
  kinds: number;
  /** 1 where it looks like none or too few once its family is out. */
  fewWhenOut: Uint8Array;
  sums: Record<Axis, GuessSums>;
}

/**
 * Gathers the sums of all four axes. Left out are sums none of whose parts holds a report, for they are of tables that do not exist, and those in
 * which nothing is published.
 */
export function guessTable(ground: GuessGround): GuessTable {
  const lines: GuessedLine[] = [];
  const kind: number[] = [];
  const numbers = new Map<number, number>();
  const { areasInside, periodsInside, categories } = ground;
  const numberOf = (at: LineAt, line: GuessedLine): number => {
    const key = ((at[3] * categories + at[2]) * periodsInside.length + at[1]) * areasInside.length + at[0];
    let number = numbers.get(key);
    if (number === undefined) {
      number = lines.push(line) - 1;
      kind.push(kindOf(at, ground));
      numbers.set(key, number);
    }
    return number;
  };
  /** Whether anything of a part was published: itself, or something in it. */
  const tells = (at: LineAt, axis: Axis): boolean => {
    const { state, reports } = ground.line(at);
    return state !== 'nothing' || (reports > 0 && partsOf(at, axis, ground).some((part) => tells(part, axis)));
  };
  const gather = (axis: Axis) => {
    const total: number[] = [];
    const start: number[] = [0];
    const parts: number[] = [];
    for (const at of ground.totals()) {
      const inside = partsOf(at, axis, ground);
      if (inside.length === 0) continue;
      const own = inside.map((part) => ground.line(part));
      if (own.every(({ reports }) => reports === 0) || !inside.some((part) => tells(part, axis))) continue;
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
    kind: Uint16Array.from(kind),
    kinds: kind.reduce((most, one) => Math.max(most, one), 0) + 1,
    fewWhenOut: Uint8Array.from(lines, ({ looksLikeFewWhenOut }) => (looksLikeFewWhenOut ? 1 : 0)),
    sums,
  };
}

function kindOf([area, period, category, source]: LineAt, { levels, grains }: GuessGround): number {
  const place = levels[area]! * MOST_GRAINS + grains[period]!;
  return (place * 2 + Math.min(category, 1)) * 2 + Math.min(source, 1);
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
