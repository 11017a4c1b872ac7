import { describe, expect, it } from '@jest/globals';
import { COUNT_TARGET, REPORT_TARGET } from '@datalab/data';
import type { CanonicalReport } from '@datalab/intake';
import { clearRow, countRow, reportRow } from '@datalab/testing';
import fc from 'fast-check';
import { copyLine, countLine, reportLine } from './row-encoding.js';

const UNESCAPED: Record<string, string> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };

/** Reads a line as PostgreSQL does. */
const readLine = (line: string): (string | null)[] =>
  line
    .replace(/\n$/, '')
    .split('\t')
    .map((field) => (field === '\\N' ? null : field.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter]!)));

describe('copyLine', () => {
  it('writes numbers, yes and no, and what is missing; an empty text is not missing', () => {
    expect(copyLine(['a', 0, 1.5, true, false, null, undefined, ''])).toBe('a\t0\t1.5\ttrue\tfalse\t\\N\t\\N\t\n');
  });

  it('gives any text back as it was', () => {
    const texts = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\t', '\\N', '\\.', 'a\\', '\r\n')),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(texts, (values) => {
        expect(readLine(copyLine(values))).toEqual(values);
      }),
    );
  });
});

const clearReport = (row: Parameters<typeof reportRow>[0]) => clearRow(reportRow(row)) as CanonicalReport;

describe('rows', () => {
  const named = (columns: readonly string[], line: string) =>
    Object.fromEntries(readLine(line).map((value, i) => [columns[i], value]));

  it('of reports stand in the order of their columns', () => {
    const row = clearReport({
      occurred_hour: 23,
      registered_on: '2024-01-16',
      grid_cell: 'E1068N3982',
      reporter_type: 'citizen',
      confused_behaviour: true,
      near_care_location: false,
      persons_band: '2-5',
      channel: 'app',
      status: 'closed',
      closed_on: '2024-02-01',
    });
    const written = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)]));
    const keys = { household_key: '0a', person_key: '0b', reporter_key: '0c', check_key: '0d' };
    expect(named(REPORT_TARGET.columns, reportLine(row, keys))).toEqual({
      ...written,
      household_key: '\\x0a',
      person_key: '\\x0b',
      reporter_key: '\\x0c',
      check_key: '\\x0d',
    });
    expect(named(REPORT_TARGET.columns, reportLine(row, {}))).toMatchObject({ household_key: null });
  });

  it('of counts too, with the day on which their period begins', () => {
    const row = countRow({ period: '2024-Q2', placement: 'no_area', area_code: undefined, count: 0 });
    expect(named(COUNT_TARGET.columns, countLine(row))).toEqual({
      record_hash: row.record_hash,
      period: '2024-Q2',
      starts_on: '2024-04-01',
      placement: 'no_area',
      area_code: null,
      source_category: 'geluid',
      category: 'noise',
      count: '0',
    });
  });
});
