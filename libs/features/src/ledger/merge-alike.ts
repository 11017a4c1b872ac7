import type { LedgerLine } from '@datalab/disclosure';

/** Sums of base groups, with how many reports each group holds and whose they are. */
export interface Sums {
  truth: readonly number[];
  owner: readonly string[];
  earlier: readonly LedgerLine[];
  release: readonly LedgerLine[];
}

/**
 * The same sums over the smallest sets of reports that any line tells apart: base groups of one owner that are in the same lines become one, and
 * those in no line go. Nothing that is known changes. Tables along many axes (months, hours of the week, squares) divide the reports into groups
 * of one, of which most stand in no line alone; without this an audit costs as much as there are reports.
 */
export function mergeAlike({ truth, owner, earlier, release }: Sums): Sums {
  const lines = [...earlier, ...release];
  const classOf = classesOf(owner, lines);
  const place = new Map<number, number>();
  const merged = { truth: [] as number[], owner: [] as string[] };
  const isInLine = new Uint8Array(truth.length);
  for (const { members } of lines) for (const group of members) isInLine[group] = 1;
  for (let group = 0; group < truth.length; group++) {
    if (isInLine[group] === 0) continue;
    const at = place.get(classOf[group]!);
    if (at !== undefined) merged.truth[at]! += truth[group]!;
    else {
      place.set(classOf[group]!, merged.truth.push(truth[group]!) - 1);
      merged.owner.push(owner[group]!);
    }
  }
  const over = (line: LedgerLine): LedgerLine => ({
    ...line,
    members: [...new Set(line.members.map((group) => place.get(classOf[group]!)!))],
  });
  return { ...merged, earlier: earlier.map(over), release: release.map(over) };
}

/** Begins with one class per owner, and divides those of which a line holds a part. In time linear in the size of the lines. */
function classesOf(owner: readonly string[], lines: readonly LedgerLine[]): Int32Array {
  const owners = [...new Set(owner)];
  const numberOf = new Map(owners.map((name, i) => [name, i]));
  const classOf = Int32Array.from(owner, (name) => numberOf.get(name)!);
  const sizes = owners.map(() => 0);
  for (const at of classOf) sizes[at]! += 1;
  for (const { members } of lines) {
    const inside = new Map<number, number>();
    for (const group of members) inside.set(classOf[group]!, (inside.get(classOf[group]!) ?? 0) + 1);
    const split = new Map<number, number>();
    for (const [at, count] of inside)
      if (count < sizes[at]!) {
        split.set(at, sizes.push(count) - 1);
        sizes[at]! -= count;
      }
    if (split.size > 0) for (const group of members) classOf[group] = split.get(classOf[group]!) ?? classOf[group]!;
  }
  return classOf;
}
