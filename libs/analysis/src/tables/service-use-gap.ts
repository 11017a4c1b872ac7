import { Z_95 } from '../special/normal-quantile.js';
import { fisherExact } from './fisher-exact.js';
import { riskComparison, type LogRatio, type TwoByTwo } from './two-by-two.js';

/** Households (or persons) in and outside the group, and whether they use a provision. */
export interface ServiceUseInput {
  /** 1 in the group (say confused behaviour), 0 in the stated comparison group, NaN in neither: left out. */
  readonly group: ArrayLike<number>;
  /** 1 uses the provision, 0 does not, NaN has no key to look it up with: unlinked, never "no use". */
  readonly uses: ArrayLike<number>;
  /** Number of the like-with-like stratum (0, 1, …); without it everything is one stratum. NaN: left out of the adjusted ratio. */
  readonly stratum?: ArrayLike<number>;
}

export interface ServiceUseGap {
  readonly table: TwoByTwo;
  /** Use (0–1) in group and comparison group, and their ratio with 95 % interval. */
  readonly comparison: ReturnType<typeof riskComparison>;
  /** Fisher's exact test of no difference. */
  readonly p: number;
  /** Mantel–Haenszel risk ratio within strata (interval by Greenland & Robins 1985); undefined without strata. */
  readonly adjusted: LogRatio | undefined;
  readonly unlinked: { readonly group: number; readonly comparison: number };
  /**
   * Between what the ratio could lie whatever the unlinked do: lowest when none of the unlinked of the group and all of the comparison
   * group use the provision, highest the other way round.
   */
  readonly whateverTheUnlinked: { readonly lowest: number; readonly highest: number };
}

/**
 * Do households in a group use a provision less than those in a stated comparison group? Risk ratio under 1 = less. Only linked
 * households count; the unlinked are shown with how far they could move the ratio. Ratios are NaN or infinite where a group is empty or
 * nobody in the comparison group uses it. Throws RangeError for lengths that differ or other values.
 */
export function serviceUseGap({ group, uses, stratum }: ServiceUseInput): ServiceUseGap {
  if (uses.length !== group.length || (stratum && stratum.length !== group.length))
    throw new RangeError('group, use and stratum differ in length');
  const all = new Cells();
  const strata = new Map<number, Cells>();
  const unlinked = { group: 0, comparison: 0 };
  for (let i = 0; i < group.length; i++) {
    const [g, u] = [group[i]!, uses[i]!];
    if (!isFlag(g) || !isFlag(u)) throw new RangeError(`household ${i}: group and use are 0, 1 or missing`);
    if (Number.isNaN(g)) continue;
    if (Number.isNaN(u)) {
      unlinked[g === 1 ? 'group' : 'comparison'] += 1;
      continue;
    }
    all.add(g, u);
    if (!stratum || Number.isNaN(stratum[i]!)) continue;
    const own = strata.get(stratum[i]!) ?? new Cells();
    strata.set(stratum[i]!, own);
    own.add(g, u);
  }
  const table = all.table();
  const { exposedCases: a, exposedNoncases: b, unexposedCases: c, unexposedNoncases: d } = table;
  const [n1, n0] = [a + b + unlinked.group, c + d + unlinked.comparison];
  return {
    table,
    comparison: riskComparison(table),
    p: fisherExact(a, b, c, d).p,
    adjusted: stratum && mantelHaenszelRisk(Array.from(strata.values(), (cells) => cells.table())),
    unlinked,
    whateverTheUnlinked: {
      lowest: a / n1 / ((c + unlinked.comparison) / n0),
      highest: (a + unlinked.group) / n1 / (c / n0),
    },
  };
}

const isFlag = (value: number): boolean => value === 0 || value === 1 || Number.isNaN(value);

class Cells {
  private readonly counts = [0, 0, 0, 0];
  add(group: number, uses: number): void {
    this.counts[2 * (1 - group) + (1 - uses)]! += 1;
  }
  table(): TwoByTwo {
    const [exposedCases, exposedNoncases, unexposedCases, unexposedNoncases] = this.counts as [
      number,
      number,
      number,
      number,
    ];
    return { exposedCases, exposedNoncases, unexposedCases, unexposedNoncases };
  }
}

/** Strata in which one of the groups is empty say nothing and do not count. */
export function mantelHaenszelRisk(strata: readonly TwoByTwo[]): LogRatio {
  let [top, bottom, spread] = [0, 0, 0];
  for (const { exposedCases: a, exposedNoncases: b, unexposedCases: c, unexposedNoncases: d } of strata) {
    const [n1, n0] = [a + b, c + d];
    const n = n1 + n0;
    if (n1 === 0 || n0 === 0) continue;
    top += (a * n0) / n;
    bottom += (c * n1) / n;
    spread += ((a + c) * n1 * n0 - a * c * n) / (n * n);
  }
  const estimate = top / bottom;
  const logStandardError = Math.sqrt(spread / (top * bottom));
  const half = Z_95 * logStandardError;
  return { estimate, logStandardError, low: estimate * Math.exp(-half), high: estimate * Math.exp(half) };
}
