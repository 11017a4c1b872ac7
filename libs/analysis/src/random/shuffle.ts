import type { RandomStream } from './random-stream.js';

/** Shuffles in place (Fisher–Yates): every order is equally likely. Returns the same array. */
export function shuffle<T extends { [index: number]: number; readonly length: number }>(
  values: T,
  random: RandomStream,
): T {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.nextBelow(last + 1);
    const kept = values[last]!;
    values[last] = values[other]!;
    values[other] = kept;
  }
  return values;
}
