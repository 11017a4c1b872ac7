import type { SumRow } from './ledger-line.js';

/** Rows and base groups that hang together: what is known in one component says nothing about another. */
export interface Component {
  groups: readonly number[];
  rows: readonly SumRow[];
}

/** Splits rows into components by the base groups that they share (union–find). Groups in no row are left out. */
export function components(groupCount: number, rows: readonly SumRow[]): Component[] {
  const parent = Int32Array.from({ length: groupCount }, (_group, i) => i);
  const find = (group: number): number => {
    let root = group;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (const { members } of rows) {
    const root = find(members[0]!);
    for (const group of members) parent[find(group)] = root;
  }
  const found = new Map<number, { groups: number[]; rows: SumRow[] }>();
  for (const row of rows) {
    const root = find(row.members[0]!);
    const component = found.get(root);
    if (component === undefined) found.set(root, { groups: [], rows: [row] });
    else component.rows.push(row);
  }
  for (let group = 0; group < groupCount; group++) found.get(find(group))?.groups.push(group);
  return [...found.values()];
}
