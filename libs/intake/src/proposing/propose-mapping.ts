import type { DatasetKind } from '@datalab/domain';
import { mappingSchema, type Mapping } from '../mapping/mapping.js';
import { periodColumns } from '../mapping/columns.js';
import { readCount } from '../mapping/read-number.js';
import type { RawRow } from '../reading/tokeniser.js';
import type { RegionContext } from '../region/region-context.js';
import { KNOWN_VOCABULARIES } from '../vocabularies/known-vocabularies.js';
import type { Vocabulary } from '../vocabularies/vocabulary.js';
import { columnsNamed } from './column-names.js';
import { profileColumns, shareOf } from './column-profile.js';
import type { Recognition } from './recognition.js';
import { proposeCounts, wideByCategory } from './propose-counts.js';
import { proposeProvisionUse } from './propose-provision-use.js';
import { proposeRecords } from './propose-records.js';
import type { Question } from './question.js';

/** A mapping as far as it could be recognised; fields that are missing are the subject of a question. */
export type MappingDraft = { format: 'datalab-mapping/1'; kind: DatasetKind } & Record<string, unknown>;

export interface MappingProposal {
  draft: MappingDraft;
  /** The draft as a mapping, where it is complete. It may still leave codes unmapped, which then block the load. */
  mapping?: Mapping;
  questions: Question[];
}

/**
 * Recognises columns, dates, areas and codes by their names and by what the first rows hold, and proposes how to read the file. The steward
 * answers the questions; nothing is uploaded on a guess. Works on the sample only: a code that first occurs later is found while reading.
 */
export function proposeMapping(
  header: readonly string[],
  sample: readonly RawRow[],
  region: RegionContext,
  options: { today: string; vocabularies?: readonly Vocabulary[]; kind?: DatasetKind },
): MappingProposal {
  const recognition: Recognition = {
    header,
    profiles: profileColumns(header, sample),
    region,
    vocabularies: options.vocabularies ?? KNOWN_VOCABULARIES,
    today: options.today,
  };
  const kind = options.kind ?? kindOf(recognition);
  const { fields, questions } =
    kind === 'counts'
      ? proposeCounts(recognition)
      : kind === 'records'
        ? proposeRecords(recognition)
        : proposeProvisionUse(recognition);
  const draft: MappingDraft = { format: 'datalab-mapping/1', kind, ...fields };
  const parsed = mappingSchema.safeParse(draft);
  return { draft, ...(parsed.success ? { mapping: parsed.data } : {}), questions };
}

/** Counts where a column holds counts or the periods stand beside each other; provision use where a provision is named. */
function kindOf(recognition: Recognition): DatasetKind {
  const { header, profiles } = recognition;
  const wide = (['month', 'quarter', 'year'] as const).some((grain) => periodColumns(header, grain).length >= 3);
  const counts = columnsNamed(header, 'count').some(
    (column) => shareOf(profiles.get(column), (value) => readCount(value, ',').cause !== 'malformed') > 0.95,
  );
  const identified =
    columnsNamed(header, 'sourceRecordId').length > 0 || columnsNamed(header, 'householdKey').length > 0;
  if (columnsNamed(header, 'provision').length > 0) return 'provision_use';
  return wide || wideByCategory(recognition) !== undefined || (counts && !identified) ? 'counts' : 'records';
}
