import type { SumRow } from './ledger-line.js';

/**
 * The rows around a target with everything farther away held at its true number: a small programme whose tables are all
 * tables of the whole one. What is possible in it is certainly possible; what is not may be. The nearest groups are
 * those that share the smallest rows with the target; at most about `size` are kept.
 */
export function neighbourhood(
  truth: readonly number[],
  rows: readonly SumRow[],
  target: readonly number[],
  size: number,
): SumRow[] {
  // Flags, not a set: this runs over every member of every row, for each group that is in doubt.
  const kept = new Uint8Array(truth.length);
  for (const group of target) kept[group] = 1;
  const touching = rows.filter(({ members }) => members.some((group) => kept[group] === 1));
  touching.sort((a, b) => a.members.length - b.members.length);
  let count = target.length;
  for (const { members } of touching) {
    const added = members.filter((group) => kept[group] === 0);
    if (count + added.length > size) break;
    for (const group of added) kept[group] = 1;
    count += added.length;
  }
  return rows.flatMap(({ members, low, high }) => {
    const free = members.filter((group) => kept[group] === 1);
    if (free.length === 0) return [];
    if (free.length === members.length) return [{ members, low, high }];
    let fixed = 0;
    for (const group of members) if (kept[group] === 0) fixed += truth[group]!;
    return [{ members: free, low: Math.max(0, low - fixed), high: high - fixed }];
  });
}
