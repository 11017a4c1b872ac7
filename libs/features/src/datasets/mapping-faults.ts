import type { DatasetKind } from '@datalab/domain';
import { mappingSchema } from '@datalab/intake';

/** Where a document is not a mapping for this kind of dataset: paths only, never values. Empty where it is one. */
export function mappingFaults(mapping: unknown, kind: DatasetKind): string[] {
  const parsed = mappingSchema.safeParse(mapping);
  if (!parsed.success) return parsed.error.issues.map(({ path }) => path.join('.') || '(mapping)');
  return parsed.data.kind === kind ? [] : ['kind'];
}
