import type { SumRow } from './ledger-line.js';
import type { RowIndex } from './row-index.js';

/**
 * The rows around a target with everything farther away held at its true number: a small programme whose tables are all
 * tables of the whole one. What is possible in it is certainly possible; what is not may be. The nearest groups are
 * those that share the smallest rows with the target; at most about `size` are kept.
 */
export function neighbourhood(
  truth: readonly number[],
  index: RowIndex<SumRow>,
  target: readonly number[],
  size: number,
): SumRow[] {
  const kept = new Set(target);
  const touching = index.touching(target).sort((a, b) => a.members.length - b.members.length);
  for (const { members } of touching) {
    const added = members.filter((group) => !kept.has(group));
    if (kept.size + added.length > size) break;
    for (const group of added) kept.add(group);
  }
  return index.touching(kept).map(({ members, low, high }) => {
    const free = members.filter((group) => kept.has(group));
    if (free.length === members.length) return { members, low, high };
    let fixed = 0;
    for (const group of members) if (!kept.has(group)) fixed += truth[group]!;
    return { members: free, low: Math.max(0, low - fixed), high: high - fixed };
  });
}
