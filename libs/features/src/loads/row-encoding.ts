import { boundsOf } from '@datalab/domain';
import type { CanonicalCount, CanonicalProvisionUse, CanonicalReport } from '@datalab/intake';
import type { StoredKeys } from './keys/sealed-keys.js';

type Value = string | number | boolean | null | undefined;

// PostgreSQL's text format: these four would end a field or a row, or begin an escape.
const SPECIAL = /[\\\t\n\r]/g;
const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const encode = (value: Value): string => {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return SPECIAL.test(value) ? value.replace(SPECIAL, (c) => ESCAPED[c]!) : value;
  return String(value);
};

/** One line of PostgreSQL's COPY text format. Missing is `\N`, which is not an empty text. */
export function copyLine(values: readonly Value[]): string {
  let line = encode(values[0]);
  for (let i = 1; i < values.length; i += 1) line += `\t${encode(values[i])}`;
  return `${line}\n`;
}

/** A stored key as a `bytea` of a COPY line. */
export const keyValue = (hex: string | undefined): string | undefined => (hex === undefined ? undefined : `\\x${hex}`);

/** A canonical report with its stored keys, in the column order of `REPORT_TARGET`. */
export const reportLine = (row: CanonicalReport, keys: StoredKeys): string =>
  copyLine([
    row.record_hash,
    row.occurred_on,
    row.occurred_precision,
    row.occurred_hour,
    row.registered_on,
    row.source_category,
    row.category,
    row.placement,
    row.area_code,
    row.grid_cell,
    keyValue(keys.household_key),
    row.household_role,
    row.address_kind,
    keyValue(keys.person_key),
    keyValue(keys.reporter_key),
    row.reporter_type,
    row.confused_behaviour,
    row.near_care_location,
    row.persons_band,
    row.channel,
    row.status,
    row.closed_on,
    keyValue(keys.check_key),
  ]);

/** A canonical count in the column order of `COUNT_TARGET`. */
export const countLine = (row: CanonicalCount): string =>
  copyLine([
    row.record_hash,
    row.period,
    boundsOf(row.period).from,
    row.placement,
    row.area_code,
    row.source_category,
    row.category,
    row.count,
  ]);

/** A canonical use of a provision in the column order of `PROVISION_USE_TARGET`. */
export const provisionUseLine = (row: CanonicalProvisionUse, keys: StoredKeys): string =>
  copyLine([
    row.record_hash,
    keyValue(keys.household_key),
    keyValue(keys.person_key),
    row.month,
    `${row.month}-01`,
    row.placement,
    row.area_code,
    row.provision,
  ]);
