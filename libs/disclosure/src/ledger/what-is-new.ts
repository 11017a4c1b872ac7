import type { LedgerLine } from './ledger-line.js';

/**
 * The lines of a release that say more than one earlier line does: the same sum, known as closely, to the same people or
 * more. What repeats an earlier line narrows nothing, and is no ground to refuse.
 */
export function whatIsNew(earlier: readonly LedgerLine[], release: readonly LedgerLine[]): readonly LedgerLine[] {
  const said = Map.groupBy(earlier, sketchOf);
  return release.filter((line) => !said.get(sketchOf(line))?.some((before) => saysAsMuch(before, line)));
}

const saysAsMuch = (before: LedgerLine, line: LedgerLine): boolean =>
  (before.tier === 'public' || line.tier === 'lab') &&
  before.known.low >= line.known.low &&
  before.known.high <= line.known.high &&
  isSameSet(before.members, line.members);

/** Equal for equal sets, and seldom for others: whatever the order of their members. */
function sketchOf({ members }: LedgerLine): string {
  let sum = 0;
  let squares = 0;
  for (const group of members) {
    sum += group;
    squares = (squares + group * group) % 4_294_967_296;
  }
  return `${members.length} ${sum} ${squares}`;
}

function isSameSet(one: readonly number[], other: readonly number[]): boolean {
  const held = new Set(one);
  return one.length === other.length && other.every((group) => held.has(group));
}
