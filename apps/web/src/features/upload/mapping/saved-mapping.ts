import type { DatasetKind } from '@datalab/domain';
import { cleanText, mappingSchema, type Mapping } from '@datalab/intake';

/** Every column that the document names, wherever it stands. */
function* columnsIn(document: unknown): Generator<string> {
  if (typeof document !== 'object' || document === null) return;
  for (const [name, value] of Object.entries(document)) {
    if (name === 'codes' || name === 'aliases') continue;
    const isColumn = ['column', 'postcode', 'number', 'letter', 'addition', 'longitude', 'latitude', 'x', 'y'].includes(
      name,
    );
    if (typeof value === 'string' && isColumn) yield value;
    else yield* columnsIn(value);
  }
}

const form = (name: string): string => cleanText(name).toLowerCase();

/** The mapping that was saved with the dataset, where it is one, is of this kind, and the file has every column of it. */
export function savedMappingFor(saved: unknown, kind: DatasetKind, header: readonly string[]): Mapping | undefined {
  const parsed = mappingSchema.safeParse(saved);
  if (!parsed.success || parsed.data.kind !== kind) return undefined;
  const known = new Set(header.map(form));
  return [...columnsIn(parsed.data)].every((column) => known.has(form(column))) ? parsed.data : undefined;
}
