import { privacyRisk } from '@datalab/analysis';
import { RISK_GRAINS, type PrivacyClasses, type SourceDominance } from '@datalab/snapshot';
import { z } from 'zod';

const share = z.number().min(0).max(1);
const whole = z.number().int().min(0);

/** How a share is told to others than the organisation itself. */
export const SHARE_BANDS = ['none', 'under_1', '1_to_5', '5_to_20', '20_to_50', 'over_50'] as const;
export type ShareBand = (typeof SHARE_BANDS)[number];
/** How the size of the smallest class is told to others. */
export const SIZE_BANDS = ['under_5', '5_to_9', '10_or_more'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];

const place = { level: z.string(), grain: z.enum(RISK_GRAINS) };
/** The finest choice at which few are recognisable; null where none of those that were tried is. */
const advice = z.object(place).nullable();

/** Exact: for the organisation whose rows they are. Levels lowest first, grains finest first. */
export const exactRiskSchema = z.object({
  version: z.literal(1),
  grid: z.array(
    z.object({
      ...place,
      units: whole,
      k: whole,
      uniqueShare: share,
      smallShare: share,
      averageRisk: share,
      l: whole,
      homogeneousShare: share,
    }),
  ),
  advice,
  /** Share of the reports about households that is of the two largest; null where there are none. */
  ofTwoLargestHouseholds: share.nullable(),
  /** Share of the reports with a known reporter that is of the two largest; null where reporters are not known. */
  ofTwoLargestReporters: share.nullable(),
});
export type ExactRisk = z.infer<typeof exactRiskSchema>;

/** In bands: for the lab. */
export const bandedRiskSchema = z.object({
  version: z.literal(1),
  grid: z.array(
    z.object({
      ...place,
      k: z.enum(SIZE_BANDS),
      unique: z.enum(SHARE_BANDS),
      small: z.enum(SHARE_BANDS),
      average: z.enum(SHARE_BANDS),
      homogeneous: z.enum(SHARE_BANDS),
    }),
  ),
  advice,
  ofTwoLargestHouseholds: z.enum(SHARE_BANDS).nullable(),
  ofTwoLargestReporters: z.enum(SHARE_BANDS).nullable(),
});
export type BandedRisk = z.infer<typeof bandedRiskSchema>;

/** At most so many units may be alone in their class for a choice to be advised. */
const FEW_UNIQUE = 0.05;

/** What was counted of one source as its own organisation sees it. `levels`: highest first, as the region has them. */
export function exactRisk(
  classes: readonly PrivacyClasses[],
  dominance: SourceDominance,
  levels: readonly string[],
): ExactRisk {
  const grid = [...levels].reverse().flatMap((level) =>
    RISK_GRAINS.flatMap((grain) => {
      const counted = classes.find((one) => one.level === level && one.grain === grain);
      const risk = counted && privacyRisk(counted.recognised);
      const diversity = counted && privacyRisk(counted.diversity);
      if (risk === undefined || diversity === undefined) return [];
      const { units, k, uniqueShare, smallShare, averageRisk } = risk;
      const { l, homogeneousShare } = diversity;
      return [{ level, grain, units, k, uniqueShare, smallShare, averageRisk, l, homogeneousShare }];
    }),
  );
  const good = grid.find(({ uniqueShare }) => uniqueShare < FEW_UNIQUE);
  const { reportsOfHouseholds, ofTwoLargestHouseholds, reportsWithReporter, ofTwoLargestReporters } = dominance;
  return {
    version: 1,
    grid,
    advice: good === undefined ? null : { level: good.level, grain: good.grain },
    ofTwoLargestHouseholds: reportsOfHouseholds === 0 ? null : ofTwoLargestHouseholds / reportsOfHouseholds,
    ofTwoLargestReporters: reportsWithReporter === 0 ? null : ofTwoLargestReporters / reportsWithReporter,
  };
}

/** The same in bands, which give no count back. */
export const bandedRisk = ({ grid, advice: advised, ...dominance }: ExactRisk): BandedRisk => ({
  version: 1,
  grid: grid.map(({ level, grain, k, uniqueShare, smallShare, averageRisk, homogeneousShare }) => ({
    level,
    grain,
    k: sizeBand(k),
    unique: shareBand(uniqueShare),
    small: shareBand(smallShare),
    average: shareBand(averageRisk),
    homogeneous: shareBand(homogeneousShare),
  })),
  advice: advised,
  ofTwoLargestHouseholds:
    dominance.ofTwoLargestHouseholds === null ? null : shareBand(dominance.ofTwoLargestHouseholds),
  ofTwoLargestReporters: dominance.ofTwoLargestReporters === null ? null : shareBand(dominance.ofTwoLargestReporters),
});

const sizeBand = (k: number): SizeBand => (k < 5 ? 'under_5' : k < 10 ? '5_to_9' : '10_or_more');

/** The band of a share between 0 and 1; a lower end belongs to its band. */
export function shareBand(value: number): ShareBand {
  if (value === 0) return 'none';
  if (value < 0.01) return 'under_1';
  if (value < 0.05) return '1_to_5';
  if (value < 0.2) return '5_to_20';
  return value < 0.5 ? '20_to_50' : 'over_50';
}
