import { z } from 'zod';

/** Which property of a feature says what. */
const propertiesSchema = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  parent: z.string().min(1).optional(),
  population: z.string().min(1).optional(),
  households: z.string().min(1).optional(),
});

/** `region.json`: what a region folder holds and how its files are to be read. */
export const regionDescriptionSchema = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1),
  country: z.string().length(2),
  timeZone: z.string().min(1),
  divisionYear: z.int().min(1900).max(2200),
  /** Of every geometry file in the folder. */
  crs: z.enum(['EPSG:4326', 'EPSG:28992']).default('EPSG:4326'),
  /** Highest first. The lowest level must have a geometry file; a higher one without is listed in areas.csv. */
  levels: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(40),
        name: z.string().min(1),
        file: z.string().min(1).optional(),
        /** Set before every code of this level that does not begin with it. */
        codePrefix: z.string().optional(),
        properties: propertiesSchema.optional(),
      }),
    )
    .min(1),
  properties: propertiesSchema.default({ code: 'code', name: 'name', parent: 'parent' }),
});

export type RegionDescription = z.infer<typeof regionDescriptionSchema>;
export type LevelDescription = RegionDescription['levels'][number];
