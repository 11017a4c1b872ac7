/** An area of the lowest level as far as merging needs it. */
export interface MergeArea {
  code: string;
  /** Areas are merged under one parent only, so that a living area lies in one wijk. */
  parentCode: string | null;
  /** Households, or addresses where those are not known; unknown counts as none. */
  households: number | null;
}

/** Areas that are looked at as one: neighbours under one parent. */
export interface LivingArea {
  parentCode: string | null;
  /** In the order of their codes; the first names the living area until somebody gives it a name. */
  areaCodes: string[];
  households: number;
  /** Whether it reached the least number; a parent that is smaller than that cannot. */
  isLargeEnough: boolean;
}

/** From this many households on, most figures of a year can be shown. */
export const LEAST_HOUSEHOLDS = 500;

/**
 * Proposes living areas: every area in exactly one, each a connected set of neighbours under one parent with at least `least` households where
 * the parent has so many that hang together. The smallest is merged first, with the neighbour that leaves the two together smallest, so that
 * they stay alike in size; ties go by code, so that the proposal is the same however the areas are given. Made before data are seen and from
 * nothing but households and borders: it says nothing about reports.
 */
export function proposeLivingAreas(
  areas: readonly MergeArea[],
  borders: ReadonlyMap<string, readonly string[]>,
  least = LEAST_HOUSEHOLDS,
): LivingArea[] {
  const parts = new Map<string, LivingArea>();
  const inPart = new Map<string, string>();
  for (const { code, parentCode, households } of areas) {
    parts.set(code, { parentCode, areaCodes: [code], households: households ?? 0, isLargeEnough: false });
    inPart.set(code, code);
  }
  const done = new Set<string>();
  for (;;) {
    const open = [...parts].filter(([name, part]) => part.households < least && !done.has(name)).sort(bySize);
    const smallest = open[0];
    if (smallest === undefined) break;
    const [name, part] = smallest;
    const beside = new Set(part.areaCodes.flatMap((code) => (borders.get(code) ?? []).map((next) => inPart.get(next))));
    const partner = [...beside]
      .flatMap((next): [string, LivingArea][] => {
        const other = next === undefined || next === name ? undefined : parts.get(next);
        return other === undefined || other.parentCode !== part.parentCode ? [] : [[next!, other]];
      })
      .sort(bySize)[0];
    if (partner === undefined) {
      done.add(name);
      continue;
    }
    const [other, merged] = partner;
    merged.areaCodes = [...merged.areaCodes, ...part.areaCodes].sort();
    merged.households += part.households;
    for (const code of part.areaCodes) inPart.set(code, other);
    parts.delete(name);
    // What had nobody to merge with may have now.
    done.clear();
  }
  return [...parts.values()]
    .map((part) => ({ ...part, isLargeEnough: part.households >= least }))
    .sort((a, b) => (a.areaCodes[0]! < b.areaCodes[0]! ? -1 : 1));
}

const bySize = ([a, one]: [string, LivingArea], [b, other]: [string, LivingArea]): number =>
  one.households - other.households || (a < b ? -1 : 1);
