import { createHash } from 'node:crypto';
import type { CanonicalCount } from '@datalab/intake';
import type { TestProvisionUse, TestReport } from './sealed-rows.factory.js';

/** A record hash as an organisation's own key would give it: the same text, the same hash. */
export const recordHash = (text: string): string => createHash('sha256').update(text).digest('hex');

let made = 0;

/** A report of noise on 15 January 2024 in B01 about a dwelling of its own; each call another record and another household. */
export function reportRow(row: Partial<TestReport> = {}): TestReport {
  made += 1;
  return {
    record_hash: recordHash(`report ${made}`),
    occurred_on: '2024-01-15',
    occurred_precision: 'day',
    source_category: 'geluid',
    category: 'noise',
    placement: 'in_region',
    area_code: 'B01',
    household_key: `household-${made}`,
    household_role: 'subject',
    address_kind: 'dwelling',
    ...row,
  };
}

/** `n` reports that differ in record and household alone. */
export const reportRows = (n: number, row: Partial<TestReport> = {}): TestReport[] =>
  Array.from({ length: n }, () => reportRow(row));

/** A count of twelve for noise in B01 in January 2024; each call another record. */
export function countRow(row: Partial<CanonicalCount> = {}): CanonicalCount {
  made += 1;
  return {
    record_hash: recordHash(`count ${made}`),
    period: '2024-01',
    placement: 'in_region',
    area_code: 'B01',
    source_category: 'geluid',
    category: 'noise',
    count: 12,
    ...row,
  };
}

/** Wmo support of one household of B01 in January 2024; each call another record and another household. */
export function provisionUseRow(row: Partial<TestProvisionUse> = {}): TestProvisionUse {
  made += 1;
  return {
    record_hash: recordHash(`use ${made}`),
    household_key: `household-${made}`,
    month: '2024-01',
    placement: 'in_region',
    area_code: 'B01',
    provision: 'WMO',
    ...row,
  };
}
