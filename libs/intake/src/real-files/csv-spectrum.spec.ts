import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';

const folder = new URL('../../../../../shared/data/messy-csv/csv-spectrum/', import.meta.url);
const files = existsSync(folder) ? readdirSync(new URL('csvs/', folder)) : [];

(files.length > 0 ? describe : describe.skip)('csv-spectrum: files with the contents that they should give', () => {
  it.each(files.length > 0 ? files : ['absent'])('%s', async (name) => {
    const table = await openTable(bytesInPieces(readFileSync(new URL(`csvs/${name}`, folder)), 5), name);
    const objects: unknown[] = [];
    for await (const { cells } of table.rows())
      objects.push(Object.fromEntries(table.header.map((column, i) => [column, cells[i]])));
    const expected = readFileSync(new URL(`json/${name.replace('.csv', '.json')}`, folder), 'utf8');
    // This copy of newlines_crlf.csv has lost its carriage returns, its expectation has not.
    expect(objects).toEqual(JSON.parse(name === 'newlines_crlf.csv' ? expected.replaceAll('\\r\\n', '\\n') : expected));
  });
});
