import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { openTable } from '@datalab/intake';

export type NamedRow = ReadonlyMap<string, string>;

/** The rows of a table file (also packed as `.gz`) by the names of its columns, read as a partner's file is. */
export async function* readRows(path: string): AsyncGenerator<NamedRow> {
  const file = createReadStream(path);
  const table = await openTable(path.endsWith('.gz') ? file.pipe(createGunzip()) : file, basename(path, '.gz'));
  for await (const { cells } of table.rows())
    yield new Map(table.header.map((name, column) => [name, (cells[column] ?? '').trim()]));
}
