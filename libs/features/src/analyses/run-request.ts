import { AGREED_FIELDS, PURPOSES, type PolicyRefusal, type RunUse } from '@datalab/domain';
import { z } from 'zod';
import type { AnyMethod } from './method.js';
import type { RunScope } from './run-scope.js';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What a run was asked for with, as it is stored: whole, so that the run can be done again when shell and screen have changed. */
export const runRequestSchema = z.strictObject({
  purpose: z.enum(PURPOSES),
  scope: z.strictObject({
    unit: z.enum(['report', 'address', 'person', 'area']),
    areaLevel: z.string(),
    grain: z.enum(['all', 'year', 'quarter', 'month']),
    from: day,
    to: day,
    datasetIds: z.array(z.string()).min(1),
    categories: z.array(z.string()).min(1).nullable(),
  }),
  options: z.record(z.string(), z.unknown()),
});
export type RunRequest = z.infer<typeof runRequestSchema>;

/** What the agreement is asked about a run. */
export function useOf(method: AnyMethod, scope: RunScope, options: unknown, purpose: RunRequest['purpose']): RunUse {
  const { fields, linksBy } = method.use(scope, options);
  const links = linksBy === null ? [] : [{ by: linksBy, datasetIds: scope.datasetIds }];
  return { kind: method.kind, fields, links, purpose };
}

/** Why the agreement refuses a run, as it is kept with it. */
export const refusalSchema = z.object({
  clause: z.string(),
  code: z.string(),
  words: z.object({ nl: z.string(), en: z.string() }),
});
export type Refusal = z.infer<typeof refusalSchema>;
export const refusalsOf = (refusals: readonly PolicyRefusal[]): Refusal[] =>
  refusals.map(({ clause, code, words }) => ({ clause, code, words }));

/** Whether a name is a field that an agreement can name. */
export const isAgreedField = (name: string): boolean => (AGREED_FIELDS as readonly string[]).includes(name);
