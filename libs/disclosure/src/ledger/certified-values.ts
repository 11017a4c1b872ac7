import type { SumRow } from './ledger-line.js';

/**
 * For every target a number of values that it can certainly take, found without search: the true table fits all rows, and one base group of the
 * target is moved up and down as far as every row that holds it allows. So it is a proof of safety where it is large, and says nothing where it is small. Linear
 * in the size of the rows, which is why an audit of a large ledger needs the exact bounds for few groups only.
 */
export function certifiedValues(
  truth: readonly number[],
  rows: readonly SumRow[],
  targets: readonly (readonly number[])[],
): number[] {
  const up = new Float64Array(truth.length).fill(Infinity);
  const down = Float64Array.from(truth);
  for (const { members, low, high } of rows) {
    let sum = 0;
    for (const group of members) sum += truth[group]!;
    for (const group of members) {
      up[group] = Math.min(up[group]!, high - sum);
      down[group] = Math.min(down[group]!, sum - low);
    }
  }
  return targets.map((members) => {
    let most = 0;
    let least = 0;
    for (const group of members) {
      most = Math.max(most, up[group]!);
      least = Math.max(least, down[group]!);
    }
    return most + least + 1;
  });
}
