import type { Mapping } from '../mapping/mapping.js';
import { countReader } from './read-count-row.js';
import { provisionReader } from './read-provision.js';
import { recordReader, type ReadingContext } from './read-record.js';
import type { RowReader } from './row-sink.js';
import { CodeTranslator, type UnmappedCode } from './translate-codes.js';

/** The reader of one kind of dataset, with the rows that the mapping leaves out taken away, and the codes it could not translate. */
export function rowReader(
  mapping: Mapping,
  context: ReadingContext,
): { read: RowReader; unmapped: () => UnmappedCode[] } {
  if (mapping.kind === 'provision_use') {
    const codes = new CodeTranslator(mapping.provisions.codes);
    return {
      read: selecting(mapping, context, provisionReader(mapping, codes, context)),
      unmapped: () => codes.unmapped(),
    };
  }
  const codes = new CodeTranslator(mapping.categories.codes);
  const read =
    mapping.kind === 'records' ? recordReader(mapping, codes, context) : countReader(mapping, codes, context);
  return { read: selecting(mapping, context, read), unmapped: () => codes.unmapped() };
}

function selecting(mapping: Mapping, { columns }: ReadingContext, read: RowReader): RowReader {
  const rules = (mapping.only ?? []).map(({ column, values }) => ({
    cell: columns.reader(column),
    values: new Set(values),
  }));
  if (rules.length === 0) return read;
  return (cells, sink) => {
    if (rules.every(({ cell, values }) => values.has(cell(cells)))) read(cells, sink);
    else sink.skip('not_selected');
  };
}
