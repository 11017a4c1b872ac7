import { detectDialect, sampleRecords, type Dialect } from './dialect.js';
import { recordTable } from './record-table.js';
import type { TextSource } from './text-source.js';
import type { Table } from './table.js';
import { Tokeniser, type RawRow } from './tokeniser.js';

/** Reads text with separators; see openTable. */
export function openCsv(source: TextSource): Table {
  const { first, complete } = source;
  const dialect = detectDialect(first, complete);
  const sample = sampleRecords(first, dialect.separator, dialect.newline, complete).slice(dialect.skipLines);
  return recordTable({
    ...source,
    format: 'csv',
    dialect,
    // A first record that is longer than the sample, or a quote that stays open: the tokeniser says what is wrong.
    first: sample.length > 0 ? sample : new Tokeniser(dialect.separator, dialect.newline).push(first, true),
    firstIsAll: complete,
    records: () => csvRecords(source, dialect),
  });
}

async function* csvRecords({ first, rest, located }: TextSource, dialect: Dialect): AsyncGenerator<RawRow[]> {
  const tokeniser = new Tokeniser(dialect.separator, dialect.newline);
  yield tokeniser.push(first);
  try {
    for await (const text of rest) yield tokeniser.push(text);
  } catch (error) {
    throw located(error, tokeniser.line);
  }
  yield tokeniser.push('', true);
}
