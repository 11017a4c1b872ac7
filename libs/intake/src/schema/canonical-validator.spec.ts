import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalValidator } from './canonical-validator.js';
import { CANONICAL_FIELDS } from './canonical-schema.js';
import { issueSummary } from './row-issue.js';

const areas = {
  areaCodes: new Map([
    ['BU01', 'buurt'],
    ['WK01', 'wijk'],
  ]),
  lowestLevel: 'buurt',
};
const validate = canonicalValidator('records', areas, '2024-06-30');
const counts = canonicalValidator('counts', areas, '2024-06-30');
const report = {
  record_hash: 'a'.repeat(64),
  occurred_on: '2024-02-29',
  occurred_precision: 'day',
  occurred_hour: 23,
  source_category: 'E33',
  category: 'confused_behaviour',
  placement: 'in_region',
  area_code: 'BU01',
  grid_cell: 'E1068N3982',
  household_role: 'subject',
  address_kind: 'dwelling',
};
const faults = (change: Record<string, unknown>) =>
  (validate({ ...report, ...change }, 7).issues ?? []).map((issue) => `${issue.column} ${issue.code}`);

describe('validating canonical lines', () => {
  it('gives back a good row as it was', () => {
    expect(validate(JSON.stringify(report), 1)).toEqual({ ok: report });
    expect(validate(report, 1).ok).toBe(report);
  });

  it.each([
    [{ occurred_on: '2024-07-01' }, 'occurred_on date.future'],
    [{ occurred_on: '1989-12-31' }, 'occurred_on date.too-early'],
    [{ occurred_on: '2023-02-29' }, 'occurred_on date.malformed'],
    [{ occurred_on: 20240101 }, 'occurred_on value.not-text'],
    [
      { occurred_on: '2024-02-02', occurred_precision: 'month', occurred_hour: undefined },
      'occurred_on date.not-first-day',
    ],
    [{ occurred_on: '2024-02-01', occurred_precision: 'month' }, 'occurred_hour hour.without-day'],
    [{ occurred_hour: 24 }, 'occurred_hour number.out-of-range'],
    [{ occurred_hour: '3' }, 'occurred_hour number.not-integer'],
    [{ registered_on: '2030-01-01' }, 'registered_on date.future'],
    [{ area_code: 'BU99' }, 'area_code area.unknown'],
    [{ area_code: 'WK01' }, 'area_code area.wrong-level'],
    [{ area_code: "B'; drop" }, 'area_code area.malformed'],
    [{ placement: 'no_area', grid_cell: undefined }, 'area_code area.not-expected'],
    [{ grid_cell: 'E1067N3982' }, 'grid_cell cell.malformed'],
    [{ category: 'crime' }, 'category value.not-in-list'],
    [{ household_key: 'x'.repeat(128) }, 'household_key key.not-sealed'],
    [{ status: 'open\n' }, 'status value.control-character'],
    [{ status: null }, 'status value.not-text'],
    [{ record_hash: 'A'.repeat(64) }, 'record_hash hash.malformed'],
    [{ naam: 'Jansen' }, '(onbekend veld) field.unknown'],
  ])('refuses %j', (change, expected) => {
    const without = Object.fromEntries(Object.entries({ ...report, ...change }).filter(([, v]) => v !== undefined));
    expect((validate(without, 7).issues ?? []).map((issue) => `${issue.column} ${issue.code}`)).toEqual([expected]);
  });

  it('names every missing field and the row, and wants an area in the region', () => {
    expect(validate({}, 12).issues?.map((issue) => issue.column)).toEqual(
      Object.entries(CANONICAL_FIELDS.records).flatMap(([name, field]) =>
        field.required && field.type !== 'key' ? [name] : [],
      ),
    );
    expect(validate({}, 12).issues?.every((issue) => issue.row === 12)).toBe(true);
    const placeless: Partial<typeof report> = { ...report };
    delete placeless.area_code;
    expect(validate(placeless, 1).issues?.[0]?.code).toBe('area.missing');
  });

  it('reads counts at any level and refuses what is not a count', () => {
    const count = {
      record_hash: '0'.repeat(64),
      period: '2018-Q1',
      placement: 'in_region',
      area_code: 'WK01',
      source_category: 'A1',
      category: 'out_of_scope',
      count: 0,
    };
    expect(counts(count, 1).issues).toBeUndefined();
    expect(counts({ ...count, count: -1 }, 1).issues?.[0]?.code).toBe('number.out-of-range');
    expect(counts({ ...count, count: 1.5 }, 1).issues?.[0]?.code).toBe('number.not-integer');
    expect(counts({ ...count, period: '2024-Q3' }, 1).issues?.[0]?.code).toBe('period.future');
    expect(counts({ ...count, period: '2018-13' }, 1).issues?.[0]?.code).toBe('period.malformed');
  });

  it('does not throw on anything and never repeats a value', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (anything) => {
        expect(validate(anything, 1).issues?.length ?? 0).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(report)), fc.string({ minLength: 6 }), (name, value) => {
        const { issues } = validate({ ...report, [name]: `${value}§§§` }, 1);
        expect(JSON.stringify(issues ?? [])).not.toContain('§§§');
      }),
      { seed: 2, numRuns: 300 },
    );
    expect(faults({ ['__proto__x']: 1 })).toEqual(['(onbekend veld) field.unknown']);
    expect(validate('{"__proto__":{"a":1}}', 1).issues?.[0]?.code).toBe('field.unknown');
  });

  it('groups issues with count and first rows', () => {
    const issue = (row: number, code: string) => ({ row, column: 'a', code, message: code });
    const many = Array.from({ length: 50 }, (_, i) => issue(i + 1, 'x'));
    expect(issueSummary([issue(3, 'y'), ...many])).toEqual([
      { column: 'a', code: 'x', message: 'x', count: 50, rows: Array.from({ length: 20 }, (_, i) => i + 1) },
      { column: 'a', code: 'y', message: 'y', count: 1, rows: [3] },
    ]);
  });
});
