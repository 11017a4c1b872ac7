import { z } from 'zod';
import { ALL_PERIODS, GRAINS } from '@datalab/domain';

const periodSchema = z.object({
  grain: z.enum(GRAINS),
  period: z.string(),
  delivered: z.enum(['full', 'partial', 'none']),
});

/** One source of a picture. */
const sourceSchema = z.object({
  datasetId: z.string(),
  /** Finest level and grains that the rows can tell; no level where no row lies in the region. */
  lowestLevel: z.string().nullable(),
  grains: z.array(z.enum(GRAINS)),
  /** Canonical categories of which at least one cell is shown to the lab. */
  categories: z.array(z.string()),
  /** Months, quarters and years from the first to the last covered day; `none` is a gap. */
  periods: z.array(
    z.object({ grain: z.enum(GRAINS), period: z.string(), delivered: z.enum(['full', 'partial', 'none']) }),
  ),
  /** Share (whole per cents as 0–1) of the rows that should have a household key and do; null where none should. */
  householdKeyCoverage: z.number().nullable(),
  /** How many of its rows know the hour; a picture of before there was a rhythm says none. */
  hours: z.enum(['none', 'some', 'most']).default('none'),
});

/**
 * What a snapshot is made of, as every participant of the lab may know it: no exact figure of a cell, no number of rows of another
 * organisation. Written by the worker, read by the api.
 */
export const manifestSchema = z.object({
  /** SHA-256 of all that the tables follow from beside the rows: coverage, region, version of the tables. */
  inputs: z.string(),
  /** Version of tables and policy, and region: cells made under others are not kept. */
  madeUnder: z.string().optional(),
  /** Whether squares of 200 m were told; of a picture of before there were none. */
  squares: z.boolean().default(false),
  sources: z.array(sourceSchema),
  /** All sources of reports together, where they may stand in one table: step 3 is done and there are two or more. */
  together: sourceSchema.optional(),
  /** Sources of provision use that the snapshot holds, for analyses alone; a snapshot of before they were frozen holds none. */
  provisionUse: z.array(z.object({ datasetId: z.string(), periods: z.array(periodSchema) })).default([]),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestSource = Manifest['sources'][number];

export type Delivered = ManifestSource['periods'][number]['delivered'];

/** How much of a period a source delivered: of all periods together all that there is, of one that it does not name nothing. */
export const deliveredIn = (source: ManifestSource, period: string): Delivered =>
  period === ALL_PERIODS ? 'full' : (source.periods.find((row) => row.period === period)?.delivered ?? 'none');
