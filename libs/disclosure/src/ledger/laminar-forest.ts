import type { Component } from './components.js';

/**
 * The rows of a component as a forest: every row lies inside its parent. Nodes are in order, parents first; the last
 * `groups.length` nodes are the base groups themselves, in the order of the component.
 */
export interface LaminarForest {
  parent: Int32Array;
  low: Float64Array;
  high: Float64Array;
  /** The node of the first base group. */
  firstLeaf: number;
  /** The node of each row of the component (equal sets share a node), in the order of its rows. */
  nodeOfRow: Int32Array;
}

/**
 * Builds the forest in time linear in the size of the rows, or gives null where two rows overlap without one holding
 * the other.
 */
export function laminarForest({ groups, rows }: Component): LaminarForest | null {
  const place = new Map(groups.map((group, i) => [group, i]));
  const innermost = new Int32Array(groups.length).fill(-1);
  const parent: number[] = [];
  const low: number[] = [];
  const high: number[] = [];
  const size: number[] = [];
  const nodeOfRow = new Int32Array(rows.length);
  const largestFirst = rows.map((_row, i) => i).sort((a, b) => rows[b]!.members.length - rows[a]!.members.length);
  for (const index of largestFirst) {
    const row = rows[index]!;
    const outer = innermost[place.get(row.members[0]!)!]!;
    if (row.members.some((group) => innermost[place.get(group)!] !== outer)) return null;
    if (outer >= 0 && size[outer] === row.members.length) {
      low[outer] = Math.max(low[outer]!, row.low);
      high[outer] = Math.min(high[outer]!, row.high);
      nodeOfRow[index] = outer;
      continue;
    }
    nodeOfRow[index] = parent.length;
    for (const group of row.members) innermost[place.get(group)!] = parent.length;
    parent.push(outer);
    low.push(row.low);
    high.push(row.high);
    size.push(row.members.length);
  }
  const firstLeaf = parent.length;
  for (let i = 0; i < groups.length; i++) {
    parent.push(innermost[i]!);
    low.push(0);
    high.push(Infinity);
  }
  return {
    parent: Int32Array.from(parent),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    firstLeaf,
    nodeOfRow,
  };
}
