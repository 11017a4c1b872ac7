import type { AreaRow, NearCell } from '@datalab/data';
import { PLATFORM_NOISE } from '@datalab/disclosure';

/** How a shown number of reports stands to what it would be if its area were like the whole that it lies in. */
export const AGAINST_AVERAGE = ['well_below', 'below', 'average', 'above', 'well_above'] as const;
export type AgainstAverage = (typeof AGAINST_AVERAGE)[number];

/** A shown cell beside the highest area that holds it, in the same period and category. */
export interface Comparison {
  /** The whole: of the highest level of the region. */
  areaCode: string;
  how: AgainstAverage;
  /** Of the whole; null where the number of inhabitants of one of the two is not known, and counts per area were compared. */
  ratePerThousand: number | null;
}

/** Variance that rounding to base 5 adds to a number for everybody: five equally likely ends, two apart at most. */
const ROUNDING_VARIANCE = 2;
const Z_95 = 1.959963984540054;
/** Smaller differences than a tenth are not worth a word, however sure they are. */
const WORTH_A_WORD = 1.1;
/** Half as many again, or two thirds: twice the word. */
const MUCH = 1.5;

/**
 * "About average" unless the number lies more than 1.96 standard deviations from the expected one, of Poisson chance and what the gate does to a
 * number, and more than a tenth; "well" above from 1.5 times, below to 1/1.5. Of protected numbers alone. The noise of an area with a few very busy
 * addresses is larger than is reckoned with here (nobody may know which areas those are). `expected` is above 0.
 */
export function againstExpected(reports: number, expected: number, tier: NearCell['tier']): AgainstAverage {
  const protection = tier === 'own' ? 0 : PLATFORM_NOISE.variance + (tier === 'public' ? ROUNDING_VARIANCE : 0);
  const ratio = reports / expected;
  const isSure = Math.abs(reports - expected) > Z_95 * Math.sqrt(expected + protection);
  if (!isSure || (ratio < WORTH_A_WORD && ratio > 1 / WORTH_A_WORD)) return 'average';
  if (ratio > 1) return ratio >= MUCH ? 'well_above' : 'above';
  return ratio <= 1 / MUCH ? 'well_below' : 'below';
}

/** Compares shown cells with the shown cell of the whole that they lie in: both are protected already, so nothing new is told. */
export class Averages {
  private readonly areas: ReadonlyMap<string, AreaRow>;
  private readonly shown: ReadonlyMap<string, NearCell>;

  constructor(areas: readonly AreaRow[], shown: readonly NearCell[]) {
    this.areas = new Map(areas.map((area) => [area.code, area]));
    this.shown = new Map(shown.map((cell) => [keyOf(cell), cell]));
  }

  /** Null for the whole itself, and where its own number is not shown or is nought. */
  compare(cell: Pick<NearCell, 'areaCode' | 'period' | 'category' | 'tier' | 'reports'>): Comparison | null {
    const area = this.areas.get(cell.areaCode);
    const whole = this.areas.get(area?.lineage.at(-1) ?? '');
    const average = whole && this.shown.get(keyOf({ ...cell, areaCode: whole.code }));
    if (area === undefined || whole === undefined || whole === area || cell.reports === null) return null;
    if (average === undefined || !average.reports) return null;
    const people = area.population ?? 0;
    const all = whole.population ?? 0;
    const asRates = people > 0 && all > 0;
    const expected = average.reports * (asRates ? people / all : 1 / this.peers(area, whole));
    const how = againstExpected(cell.reports, expected, cell.tier);
    return { areaCode: whole.code, how, ratePerThousand: asRates ? average.ratePerThousand : null };
  }

  private peers({ level }: AreaRow, { code }: AreaRow): number {
    let found = 0;
    for (const area of this.areas.values()) if (area.level === level && area.lineage.at(-1) === code) found += 1;
    return found;
  }
}

const keyOf = ({ category, areaCode, period }: Pick<NearCell, 'category' | 'areaCode' | 'period'>): string =>
  `${category} ${areaCode} ${period}`;
