import { PURPOSES, FORECAST_BASELINES } from '@datalab/domain';
import { z } from 'zod';

/** What an analyst writes in a contract: the one check of what comes in. Bounds that depend on today are `contractFaults`. */
export const forecastInputSchema = z.strictObject({
  shellId: z.uuid(),
  title: z.string().trim().min(3).max(200),
  purpose: z.enum(PURPOSES),
  proportionality: z.string().trim().min(3).max(1_000),
  terms: z.strictObject({
    goal: z.string().trim().min(3).max(1_000),
    baseline: z.enum(FORECAST_BASELINES),
    leastGain: z.number().min(0).max(0.5),
    mostAmplification: z.number().min(1).max(10),
    attention: z.strictObject({ share: z.number().gt(0).max(0.5), sensitivity: z.number().gt(0).max(2) }),
    coverage: z.strictObject({ least: z.number().gt(0).max(0.8), most: z.number().min(0.8).lt(1) }),
    stopsAfter: z.iso.date(),
  }),
});
export type ForecastInput = z.infer<typeof forecastInputSchema>;
