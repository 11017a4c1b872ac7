import { describe, expect, it } from '@jest/globals';
import { DATASET_KINDS } from '@datalab/domain';
import { bytesInPieces } from '../reading/bytes.js';
import { openTable } from '../reading/open-table.js';
import { proposeMapping } from '../proposing/propose-mapping.js';
import { RegionContext } from '../region/region-context.js';
import { CANONICAL_FIELDS } from '../schema/canonical-schema.js';
import { canonicalValidator } from '../schema/canonical-validator.js';
import { jsonSchema, tableSchema } from './published-schema.js';
import { schemaPage } from './schema-page.js';
import { templateColumns, templateCsv } from './template-file.js';

const area = {
  code: 'BU00010101',
  name: 'Noord',
  level: 'buurt',
  parentCode: null,
  population: null,
  households: null,
};
const region = new RegionContext({
  code: 'r',
  name: 'R',
  country: 'NL',
  timeZone: 'Europe/Amsterdam',
  divisionYear: 2024,
  levels: [{ code: 'buurt', name: 'Buurt' }],
  areas: [area],
  addresses: [
    {
      id: '1',
      postcode: '1234AB',
      number: '12',
      letter: 'A',
      addition: '',
      areaCode: area.code,
      kind: 'dwelling',
      nearCare: false,
    },
  ],
});

describe('the published format', () => {
  it.each(DATASET_KINDS)('%s: every field once, in both schemas and on the page', (kind) => {
    const names = Object.keys(CANONICAL_FIELDS[kind]);
    // Keys are no part of the row: they travel sealed beside it.
    const clear = names.filter((name) => !name.endsWith('_key'));
    expect((tableSchema(kind)['fields'] as { name: string }[]).map(({ name }) => name)).toEqual(clear);
    expect(Object.keys(jsonSchema(kind)['properties'] as object)).toEqual(clear);
    for (const name of names) expect(schemaPage()).toContain(`| \`${name}\` |`);
    expect(templateColumns(kind).every(({ description }) => description.length > 5)).toBe(true);
  });

  it('says by pattern what the validator says of codes, hashes, cells and periods', () => {
    const { properties } = jsonSchema('counts') as { properties: Record<string, { pattern?: string }> };
    const period = new RegExp(properties['period']!.pattern!);
    const validate = canonicalValidator('counts', region, '2024-12-31');
    const count = {
      record_hash: '0'.repeat(64),
      placement: 'no_area',
      source_category: 'A',
      category: 'noise',
      count: 1,
    };
    for (const text of ['2018', '2018-Q1', '2018-12', '2018-Q5', '2018-13', '18', 'all', '2018-1'])
      expect([text, period.test(text)]).toEqual([text, validate({ ...count, period: text }, 1).issues === undefined]);
  });

  it.each(DATASET_KINDS)('%s: the template is recognised by itself', async (kind) => {
    const table = await openTable(bytesInPieces(new TextEncoder().encode(templateCsv(kind))), 'sjabloon.csv');
    const { mapping, questions } = proposeMapping(table.header, table.sample, region, { today: '2024-12-31' });
    expect(questions.filter(({ needed }) => needed)).toEqual([]);
    expect(mapping?.kind).toBe(kind);
    const used = JSON.stringify(mapping);
    for (const { column } of templateColumns(kind))
      expect([column, kind === 'records' && column === 'area_code' ? true : used.includes(`"${column}"`)]).toEqual([
        column,
        true,
      ]);
  });
});
