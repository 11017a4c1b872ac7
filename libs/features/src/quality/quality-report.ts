import { z } from 'zod';

const whole = z.number().int();
const share = z.number().min(0).max(1);

/**
 * How good a load is: exact, so for its own organisation alone. Written once by the worker; what does not apply to a kind of dataset
 * is null, and so is what cannot be said on so few reports.
 */
export const qualityReportSchema = z.object({
  version: z.literal(1),
  reports: whole,
  coverage: z.object({
    delivered: whole,
    partial: whole,
    gaps: whole,
    /** Months from the first to the last covered day. A delivered month with 0 reports is a real zero, worth a look. */
    months: z.array(z.object({ month: z.string(), delivered: z.enum(['full', 'partial', 'none']), reports: whole })),
  }),
  late: z
    .object({
      reports: whole,
      before: whole,
      medianDays: whole.nullable(),
      p90Days: whole.nullable(),
      shareOver30: share.nullable(),
    })
    .nullable(),
  duplicates: z.object({ identical: whole, elsewhere: whole }),
  drift: z
    .object({
      from: z.string(),
      to: z.string(),
      /** Null where there are too few reports now or in the twelve months before. */
      categories: z
        .array(
          z.object({ category: z.string(), shareNow: share, shareBefore: share, p: share, isFlagged: z.boolean() }),
        )
        .nullable(),
    })
    .nullable(),
  keys: z
    .object({
      needed: whole,
      present: whole,
      missingInRegion: whole,
      missingOutsideRegion: whole,
      missingNoArea: whole,
      notAboutHousehold: whole,
      notDwelling: whole,
      /** As the client counted them over all rows; null where it did not say. */
      causes: z.record(z.string(), whole).nullable(),
    })
    .nullable(),
  /** Null where the source gives no second key: then the rate is unknown, not zero. */
  missedMatches: z.object({ withSecondKey: whole, matched: whole, missed: whole, rate: share.nullable() }).nullable(),
});
export type QualityReport = z.infer<typeof qualityReportSchema>;
