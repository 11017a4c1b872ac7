import type { Area } from '@datalab/domain';

/** The area of the highest level that holds this one; undefined where it is itself of the highest level, or unknown. */
export function topAncestor(code: string, areas: readonly Area[]): Area | undefined {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const start = byCode.get(code);
  let top = start;
  const seen = new Set<string>();
  while (top?.parentCode != null && !seen.has(top.code)) {
    seen.add(top.code);
    const parent = byCode.get(top.parentCode);
    if (parent === undefined) break;
    top = parent;
  }
  return top === start ? undefined : top;
}
