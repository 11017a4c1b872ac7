/**
 * Classes of units that look the same to somebody who knows the agreed characteristics (area, period, …): how many classes there are of
 * this many units and this many different sensitive values. Whole numbers, all at least 1.
 */
export interface ClassCount {
  units: number;
  values: number;
  classes: number;
}

/** How recognisable units are. Shares are of units, 0–1. */
export interface PrivacyRisk {
  units: number;
  classes: number;
  /** k of k-anonymity: units of the smallest class. */
  k: number;
  /** Units that are alone in their class: whoever knows the characteristics has found them. */
  uniqueShare: number;
  /** Units in a class of fewer than `smallClass` units. */
  smallShare: number;
  /** Chance of pointing at the right unit when guessing within the class of a unit, over all units: classes ÷ units. */
  averageRisk: number;
  /** l of l-diversity: fewest different sensitive values in a class. */
  l: number;
  /** Units in a class in which all have the same sensitive value: it is known without knowing which unit it is. */
  homogeneousShare: number;
}

/** A class of fewer units than this is small: the floor of the platform for participants. */
export const SMALL_CLASS = 5;

/**
 * k-anonymity (Sweeney 2002), uniqueness, the average re-identification risk (El Emam & Dankar 2008) and distinct l-diversity (Machanavajjhala
 * et al. 2007) from the sizes of classes. Undefined where there are none. Throws RangeError for a number that is not whole or below 1, and for more
 * values than units in a class.
 */
export function privacyRisk(histogram: Iterable<ClassCount>, smallClass = SMALL_CLASS): PrivacyRisk | undefined {
  let units = 0;
  let classes = 0;
  let k = Infinity;
  let l = Infinity;
  let unique = 0;
  let small = 0;
  let homogeneous = 0;
  for (const one of histogram) {
    if (![one.units, one.values, one.classes].every((n) => Number.isSafeInteger(n) && n >= 1) || one.values > one.units)
      throw new RangeError('classes are counted in whole numbers from 1, with no more values than units');
    const inThese = one.units * one.classes;
    units += inThese;
    classes += one.classes;
    k = Math.min(k, one.units);
    l = Math.min(l, one.values);
    if (one.units === 1) unique += inThese;
    if (one.units < smallClass) small += inThese;
    if (one.values === 1) homogeneous += inThese;
  }
  if (units === 0) return undefined;
  return {
    units,
    classes,
    k,
    uniqueShare: unique / units,
    smallShare: small / units,
    averageRisk: classes / units,
    l,
    homogeneousShare: homogeneous / units,
  };
}
