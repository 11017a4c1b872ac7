import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';
import { TableScreener } from '../screening/table-screener.js';

const folder = new URL('../../../../../shared/data/', import.meta.url);
const found = async (name: string) => {
  const table = await openTable(bytesInPieces(readFileSync(new URL(name, folder))), name);
  const screener = new TableScreener(table.header, table.headerRow);
  for await (const rows of table.batches()) screener.add(rows);
  return screener.findings().map(({ column, kind }) => `${column}: ${kind}`);
};

(existsSync(folder) ? describe : describe.skip)('screening real files', () => {
  it.each([
    ['nl-breda-police-overlast/overlast_maand_gemeente_2012-2023.csv', []],
    ['nl-breda-police-overlast/statline_overlast_buurt_2022.csv', []],
    ['uk-avon-asb-fms/raw-months/2018-01-avon-and-somerset-street.csv', []],
    ['uk-avon-asb-fms/fixmystreet/fms_lsoa_month_category.csv', []],
    [
      'uk-city-of-london-stop-search/2018-04-city-of-london-stop-and-search.csv',
      ['Self-defined ethnicity: special_category', 'Officer-defined ethnicity: special_category'],
    ],
    [
      'messy-csv/qsv/boston311-100-with-fake-pii.csv',
      ['closure_reason: email', 'closure_reason: phone', 'closure_reason: free_text', 'location: free_text'],
    ],
    ['us-boston-311-2015/by-type/Bed Bugs.csv', ['CLOSURE_REASON: free_text', 'Location: free_text']],
  ])('%s', async (name, expected) => {
    expect(await found(name)).toEqual(expected);
  });
});
