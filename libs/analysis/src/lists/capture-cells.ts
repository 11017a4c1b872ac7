/**
 * Persons counted by the combination of lists that know them. Cell index = sum of 2^list over the lists, 1 … 2^t − 1; a
 * combination that nobody has is a true zero here, because every person on any list is counted in exactly one cell.
 */
export interface CaptureCells {
  readonly lists: readonly string[];
  /** `counts[pattern]`, with `counts[0]` = 0: nobody is seen on no list. May be fractional after a correction. */
  readonly counts: Float64Array;
}

/** Throws RangeError unless there are 2 to 6 lists with different names. */
export function captureCells(
  lists: readonly string[],
  people: Iterable<{ pattern: number; count: number }>,
): CaptureCells {
  if (lists.length < 2 || lists.length > 6) throw new RangeError('capture–recapture takes 2 to 6 lists');
  if (new Set(lists).size !== lists.length) throw new RangeError('two lists have the same name');
  const counts = new Float64Array(2 ** lists.length);
  for (const { pattern, count } of people) {
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`${count} is not a number of persons`);
    if (pattern > 0) counts[pattern]! += count;
  }
  return { lists, counts };
}

/** Persons on at least one list. */
export function observed({ counts }: CaptureCells): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Persons on every list of the set, whether or not on others. `lists` are positions. */
export function onAll({ counts }: CaptureCells, lists: readonly number[]): number {
  const mask = lists.reduce((bits, list) => bits | (1 << list), 0);
  return counts.reduce((sum, count, pattern) => ((pattern & mask) === mask ? sum + count : sum), 0);
}

/** All pairs of positions of the lists, in order. */
export function listPairs({ lists }: CaptureCells): [number, number][] {
  return lists.flatMap((_, i) => lists.slice(i + 1).map((_l, k): [number, number] => [i, i + 1 + k]));
}

/**
 * The cells as they would be if a share of the true links between lists had been missed and were now made: every combination of
 * two or more lists grows by count · share / (1 − share), and as many persons disappear from the parts that one missed link
 * had split them into, each split equally likely. Parts do not fall below zero. 0 ≤ share < 1.
 */
export function withMissedLinks(cells: CaptureCells, share: number): CaptureCells {
  if (!(share >= 0 && share < 1)) throw new RangeError('the share of missed links must lie from 0 to below 1');
  const counts = Float64Array.from(cells.counts);
  cells.counts.forEach((count, pattern) => {
    const members = cells.lists.map((_, list) => 1 << list).filter((bit) => pattern & bit);
    if (members.length < 2 || count === 0) return;
    const found = (count * share) / (1 - share) / members.length;
    for (const bit of members) {
      const made = Math.min(found, counts[bit]!, counts[pattern ^ bit]!);
      // A pair splits into two singles either way; each way takes its half.
      counts[pattern]! += made;
      counts[bit]! -= made;
      counts[pattern ^ bit]! -= made;
    }
  });
  return { lists: cells.lists, counts };
}
