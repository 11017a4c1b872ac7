import {
  GRAINS,
  RELEASE_TIERS,
  invalidInput,
  type ReleaseContext,
  type ReleaseTier,
  type TableDesign,
} from '@datalab/domain';
import { z } from 'zod';
import { checkOwnWords } from '../quality/check-own-words.js';

const words = (least: number, most: number) => z.string().trim().min(least).max(most);

/** What a reader must know of a release. All four must be written: a table without its story is the mistake that is made most. */
export const releaseContextSchema = z.strictObject({
  title: words(5, 160),
  what: words(20, 2_000),
  why: words(20, 2_000),
  notToConclude: words(10, 2_000),
});

export const tableDesignSchema = z.strictObject({
  datasetId: z.uuid(),
  level: z.string().min(1).max(40),
  grain: z.enum(GRAINS),
  category: z.string().min(1).max(40),
  from: z
    .string()
    .regex(/^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/)
    .nullable(),
  leaveOut: z.array(z.strictObject({ areaCode: z.string().max(40), period: z.string().max(10) })).max(5_000),
});

export interface ReleaseWishes {
  tier: ReleaseTier;
  embargoDays: number;
  wantsStanding: boolean;
}

export const releaseWishesSchema = z.strictObject({
  tier: z.enum(RELEASE_TIERS),
  embargoDays: z.int().min(0).max(366),
  wantsStanding: z.boolean(),
});

function parsed<T>(schema: z.ZodType<T>, value: unknown, noun: string): T {
  const outcome = schema.safeParse(value);
  if (outcome.success) return outcome.data;
  const fields = [...new Set(outcome.error.issues.map(({ path }) => path.join('.') || noun))];
  throw invalidInput(
    `release.${noun}-invalid`,
    `Not filled in as it should be: ${fields.join(', ')}.`,
    fields.map((field) => ({ field })),
  );
}

/** Throws InvalidInput where a text is missing, too long, or tells of a person. */
export function parseContext(value: unknown): ReleaseContext {
  const context = parsed(releaseContextSchema, value, 'context');
  checkOwnWords({ ...context });
  return context;
}

/** Throws InvalidInput on anything that is not the design of a table. */
export const parseDesign = (value: unknown): TableDesign => parsed(tableDesignSchema, value, 'design');

/** Throws InvalidInput on a tier that does not exist or an embargo of another length than whole days. */
export const parseWishes = (value: unknown): ReleaseWishes => parsed(releaseWishesSchema, value, 'wishes');
