import { describe, expect, it } from '@jest/globals';
import { parseMapping, type Mapping } from '@datalab/intake';
import { areaColumns, newAreaRule, pointIn, withAreaColumn } from './area-rule.js';
import {
  codesOf,
  formatOf,
  isComplete,
  sourceOf,
  withArea,
  withCodes,
  withColumn,
  withFormat,
} from './edit-mapping.js';
import { startMapping } from './start-mapping.js';

const vocabulary = { name: 'police-uk', version: '1' };
const records = parseMapping({
  format: 'datalab-mapping/1',
  kind: 'records',
  occurredOn: { column: 'Month', format: 'iso' },
  category: { column: 'Crime type' },
  categories: { vocabulary, codes: { Drugs: 'drugs_alcohol' } },
  occurredHour: 'in_date',
});

describe('changing a mapping', () => {
  it('says where each field comes from', () => {
    expect(sourceOf(records, 'occurredOn')).toEqual({ from: 'column', column: 'Month' });
    expect(sourceOf(records, 'occurredHour')).toEqual({ from: 'in_date' });
    expect(sourceOf(records, 'status')).toEqual({ from: 'nothing' });
    expect(sourceOf({ ...records, category: { constant: 'Drugs' } } as Mapping, 'category')).toEqual({
      from: 'constant',
      value: 'Drugs',
    });
  });

  it('takes another column and keeps how dates are written', () => {
    const changed = withColumn(withFormat(records, 'occurredOn', 'day_first'), 'occurredOn', 'Datum');
    expect(sourceOf(changed, 'occurredOn')).toEqual({ from: 'column', column: 'Datum' });
    expect(formatOf(changed, 'occurredOn')).toBe('day_first');
    expect(parseMapping(changed)).toEqual(changed);
  });

  it('adds and removes an optional field; the result is still a mapping', () => {
    const added = withColumn(withColumn(records, 'registeredOn', 'Ingevoerd'), 'householdKey', 'Sleutel');
    expect(parseMapping(added)).toMatchObject({
      registeredOn: { column: 'Ingevoerd', format: 'iso' },
      householdKey: { from: 'given', column: 'Sleutel' },
    });
    expect(withColumn(added, 'registeredOn', undefined)).not.toHaveProperty('registeredOn');
  });

  it('adds codes to those that were known', () => {
    expect(codesOf(withCodes(records, { Robbery: 'out_of_scope' }))).toEqual({
      Drugs: 'drugs_alcohol',
      Robbery: 'out_of_scope',
    });
  });

  it('leaves the area out again', () => {
    expect(withArea(withArea(records, { by: 'code', column: 'LSOA' }), undefined)).not.toHaveProperty('area');
  });
});

describe('beginning without a proposal', () => {
  it.each(['records', 'counts', 'provision_use'] as const)(
    'of %s is complete only once every column is chosen',
    (kind) => {
      const start = startMapping(kind, vocabulary);
      expect(isComplete(start)).toBe(false);
      const fields = {
        records: ['occurredOn', 'category'],
        counts: ['period', 'category', 'count'],
        provision_use: ['month', 'provision', 'householdKey'],
      } as const;
      const chosen = fields[kind].reduce<Mapping>((mapping, field) => withColumn(mapping, field, field), start);
      expect(isComplete(chosen)).toBe(true);
    },
  );
});

describe('the rule for the area', () => {
  it('shows and changes its columns', () => {
    const rule = withAreaColumn(
      withAreaColumn(newAreaRule('address', 'buurt'), 'postcode', 'PC'),
      'letter',
      'Huisletter',
    );
    expect(areaColumns(rule).map(({ name, column }) => [name, column])).toEqual([
      ['postcode', 'PC'],
      ['number', ''],
      ['letter', 'Huisletter'],
      ['addition', undefined],
    ]);
    expect(withAreaColumn(rule, 'letter', undefined)).not.toHaveProperty('letter');
  });

  it('knows points in two systems', () => {
    const rd = withAreaColumn(pointIn(newAreaRule('point', 'buurt'), 'rd'), 'x', 'X-coord');
    expect(areaColumns(rd).map(({ name, column }) => [name, column])).toEqual([
      ['x', 'X-coord'],
      ['y', ''],
    ]);
  });

  it.each(['code', 'name', 'postcode', 'address', 'point', 'constant'] as const)(
    'by %s is incomplete at first',
    (by) => {
      const mapping = withArea(records, newAreaRule(by, 'buurt'));
      // A constant code is text of any length to the schema; every other rule misses a column.
      expect(isComplete(mapping)).toBe(by === 'constant');
    },
  );
});
