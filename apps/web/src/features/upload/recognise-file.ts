import { openTable, proposeMapping, type Mapping, type Table } from '@datalab/intake';
import { bytesOf } from './file/bytes-of.js';
import type { DatasetRef, IntakeRequest, Recognised } from './intake-protocol.js';
import { savedMappingFor } from './mapping/saved-mapping.js';
import { startMapping } from './mapping/start-mapping.js';
import { fetchRegion } from './region-source.js';

type RecogniseRequest = Extract<IntakeRequest, { ask: 'recognise' }>;

const SHOWN_ROWS = 5;

const described = (table: Table): Omit<Recognised, 'mapping' | 'isSaved' | 'questions'> => ({
  format: table.format,
  separator: table.dialect?.separator,
  encoding: table.encoding,
  headerRow: table.headerRow,
  header: [...table.header],
  sample: table.sample.slice(0, SHOWN_ROWS).map(({ cells }) => [...cells]),
});

/** Opens the file as far as its first rows and says what it seems to be: by the mapping that was saved before, else by a proposal. */
export async function recogniseFile({ file, dataset, region, today }: RecogniseRequest): Promise<Recognised> {
  const table = await openTable(bytesOf(file), file.name);
  const saved = savedMappingFor(dataset.saved, dataset.kind, table.header);
  if (saved !== undefined) return { ...described(table), mapping: saved, isSaved: true, questions: [] };
  const context = await fetchRegion(region);
  const { draft, questions } = proposeMapping(table.header, table.sample, context, { today, kind: dataset.kind });
  return { ...described(table), mapping: completed(draft, dataset), isSaved: false, questions };
}

/** What was not recognised is left to choose. */
const completed = (draft: Record<string, unknown>, { kind, vocabulary }: DatasetRef): Mapping =>
  ({ ...startMapping(kind, vocabulary), ...draft }) as Mapping;
