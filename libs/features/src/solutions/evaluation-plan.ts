import { createHash } from 'node:crypto';
import { ALL_CATEGORIES, type EvaluationPlan } from '@datalab/domain';
import { z } from 'zod';

const areas = z.array(z.string().min(1).max(40)).max(200);

/** What is registered of an evaluation before the measure starts. */
export const evaluationPlanSchema = z.strictObject({
  datasetId: z.uuid(),
  category: z.string().min(1).max(60).default(ALL_CATEGORIES),
  level: z.string().min(1).max(40),
  areaCodes: areas.min(1),
  comparisonAreaCodes: areas.default([]),
  firstMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** A change of less than 5 % cannot be told from chance in any series that this platform sees. */
  expectedChange: z
    .number()
    .min(-0.95)
    .max(5)
    .refine((change) => Math.abs(change) >= 0.05, 'at least 5 %'),
  harm: z.string().trim().min(3).max(1_000),
}) satisfies z.ZodType<EvaluationPlan, unknown>;

/** SHA-256 over the plan with its fields in order: what was registered cannot be said otherwise later. */
export const digestOfPlan = (plan: EvaluationPlan): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(plan).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');

/** What came of it, as everybody in the lab may see: two significant digits, no count. */
export const evaluationSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('too_early'),
    monthsBefore: z.number().int(),
    monthsAfter: z.number().int(),
    /** Too few months, or enough of them and an effect of the registered size could still not be told from chance. */
    why: z.enum(['too-few-months', 'effect-not-visible-yet']),
  }),
  z.strictObject({ state: z.literal('refused'), why: z.enum(['source-gone', 'too-few-reports', 'not-converged']) }),
  z.strictObject({
    state: z.literal('evaluated'),
    method: z.enum(['interrupted-time-series', 'controlled-interrupted-time-series']),
    /** After over what it would have been without the measure; with its 95 % interval. */
    ratio: z.number(),
    low: z.number(),
    high: z.number(),
    verdict: z.enum(['as_expected', 'less_than_expected', 'no_effect_seen', 'opposite']),
    monthsBefore: z.number().int(),
    monthsAfter: z.number().int(),
  }),
]);
export type Evaluation = z.infer<typeof evaluationSchema>;
