import { randomStream } from '../random/random-stream.js';
import { fisherExactP } from './fisher-exact.js';
import { adjustPValues } from './multiple-testing.js';

/** Days of a week times hours of a day; slot = 24 × weekday + hour, Monday 0. */
export const WEEK_SLOTS = 168;

/** One weekday, hour, or hour of a weekday of an area beside the rest. */
export interface RhythmSlot {
  readonly slot: number;
  readonly reports: number;
  /** What the area would have with the rhythm of area and rest together. */
  readonly expected: number;
  /** reports / expected; NaN when nothing is expected. */
  readonly ratio: number;
  /** Fisher's exact test of this slot against all others, area against rest; Benjamini–Hochberg over the slots with any report. */
  readonly p: number;
  readonly stands: 'more' | 'less' | 'none';
}

export interface Rhythm {
  readonly reports: number;
  readonly restReports: number;
  readonly slots: readonly RhythmSlot[];
  readonly weekdays: readonly RhythmSlot[];
  readonly hours: readonly RhythmSlot[];
  /** Pearson's X² of the two profiles over the slots with any report. */
  readonly chi2: number;
  /** (larger + 1) / (permutations + 1) over random divisions of all reports between area and rest. */
  readonly permutationP: number;
  readonly permutations: number;
}

export interface RhythmOptions {
  readonly seed: number;
  readonly permutations?: number;
  readonly level?: number;
}

/**
 * The week of an area against that of the rest of the region: per hour of the week, per weekday and per hour of the day. `area` and
 * `rest` hold 168 counts of reports with a known day and hour; a report without an hour is missing and belongs in neither (say
 * how many those are). The reports of the area must not be in `rest`. Permutation i has stream (seed, i). Throws RangeError
 * unless both have 168 counts.
 */
export function rhythm(
  area: ArrayLike<number>,
  rest: ArrayLike<number>,
  { seed, permutations = 999, level = 0.05 }: RhythmOptions,
): Rhythm {
  for (const profile of [area, rest]) {
    const bad = Array.from(profile).some((count) => !(Number.isInteger(count) && count >= 0));
    if (profile.length !== WEEK_SLOTS || bad) throw new RangeError('a rhythm has 168 counts');
  }
  const own = Float64Array.from(area);
  const other = Float64Array.from(rest);
  const chi2 = profileChi2(own, other);
  let larger = 0;
  const bag = bagOf(own, other);
  const size = own.reduce((a, b) => a + b, 0);
  for (let i = 0; i < permutations; i++) {
    if (permutedChi2(bag, size, own, other, seed, i) >= chi2 - 1e-9) larger += 1;
  }
  const folded = (to: (slot: number) => number, length: number) => {
    const fold = (values: Float64Array) => {
      const out = new Float64Array(length);
      values.forEach((value, slot) => (out[to(slot)]! += value));
      return out;
    };
    return compareSlots(fold(own), fold(other), level);
  };
  return {
    reports: size,
    restReports: bag.length - size,
    slots: compareSlots(own, other, level),
    weekdays: folded((slot) => Math.floor(slot / 24), 7),
    hours: folded((slot) => slot % 24, 24),
    chi2,
    permutationP: Number.isNaN(chi2) ? Number.NaN : (larger + 1) / (permutations + 1),
    permutations,
  };
}

function compareSlots(own: Float64Array, other: Float64Array, level: number): RhythmSlot[] {
  const a = own.reduce((x, y) => x + y, 0);
  const b = other.reduce((x, y) => x + y, 0);
  const tested = Array.from(own.keys()).filter((slot) => own[slot]! + other[slot]! > 0 && a > 0 && b > 0);
  const p = adjustPValues(
    tested.map((slot) => fisherExactP(own[slot]!, a - own[slot]!, other[slot]!, b - other[slot]!)),
    'BH',
  );
  const pOf = new Map(tested.map((slot, i) => [slot, p[i]!]));
  return Array.from(own, (reports, slot): RhythmSlot => {
    const expected = ((reports + other[slot]!) * a) / (a + b);
    const value = pOf.get(slot) ?? Number.NaN;
    const stands = !(value <= level) ? 'none' : reports > expected ? 'more' : 'less';
    return { slot, reports, expected, ratio: expected > 0 ? reports / expected : Number.NaN, p: value, stands };
  });
}

/** Slot of every report of area and rest together. */
function bagOf(own: Float64Array, other: Float64Array): Uint8Array {
  const bag = new Uint8Array(own.reduce((sum, count, slot) => sum + count + other[slot]!, 0));
  let at = 0;
  own.forEach((count, slot) => {
    bag.fill(slot, at, at + count + other[slot]!);
    at += count + other[slot]!;
  });
  return bag;
}

/** NaN when one of the two has no reports. */
function profileChi2(own: Float64Array, other: Float64Array): number {
  const a = own.reduce((x, y) => x + y, 0);
  const b = other.reduce((x, y) => x + y, 0);
  let sum = 0;
  own.forEach((count, slot) => {
    const both = count + other[slot]!;
    // Both rows deviate by the same amount in opposite directions: (o − e)² (1/e_a + 1/e_b).
    if (both > 0) sum += (count - (both * a) / (a + b)) ** 2 * ((a + b) / both) * (1 / a + 1 / b);
  });
  return a > 0 && b > 0 ? sum : Number.NaN;
}

function permutedChi2(
  sorted: Uint8Array,
  size: number,
  own: Float64Array,
  other: Float64Array,
  seed: number,
  index: number,
): number {
  const random = randomStream(seed, index);
  const bag = sorted.slice();
  const drawn = new Float64Array(own.length);
  // Only the smaller side is drawn: the other one is what is left.
  const [take, complement] = size <= bag.length / 2 ? [size, false] : [bag.length - size, true];
  for (let i = 0; i < take; i++) {
    const other = i + random.nextBelow(bag.length - i);
    drawn[bag[other]!]! += 1;
    bag[other] = bag[i]!;
  }
  const left = drawn.map((count, slot) => own[slot]! + other[slot]! - count);
  return complement ? profileChi2(left, drawn) : profileChi2(drawn, left);
}
