import type { DatasetKind } from '@datalab/domain';
import type { Mapping } from '@datalab/intake';

const TO_CHOOSE = '';

/** A mapping in which the steward still chooses every column: for a file of which nothing was recognised. */
export function startMapping(kind: DatasetKind, vocabulary: { name: string; version: string }): Mapping {
  const shared = { format: 'datalab-mapping/1' as const };
  const categories = { vocabulary, codes: {} };
  const column = { column: TO_CHOOSE };
  switch (kind) {
    case 'records':
      return { ...shared, kind, occurredOn: { ...column, format: 'iso' }, category: column, categories };
    case 'counts':
      return { ...shared, kind, period: column, category: column, count: column, categories, notAvailable: 'refuse' };
    case 'provision_use':
      return {
        ...shared,
        kind,
        month: { ...column, format: 'iso' },
        provision: column,
        provisions: categories,
        householdKey: { from: 'given', column: TO_CHOOSE },
      };
  }
}
