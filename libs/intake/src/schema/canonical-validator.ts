import type { DatasetKind } from '@datalab/domain';
import { CANONICAL_FIELDS, type CanonicalRowOf } from './canonical-schema.js';
import { fieldCheck, type Fault, type FieldCheck, type KnownAreas } from './field-check.js';
import type { RowIssue } from './row-issue.js';
import { ROW_RULES } from './row-rules.js';

export type Validated<Row> = { ok: Row; issues?: undefined } | { ok?: undefined; issues: RowIssue[] };

/** A canonical line is some three hundred bytes; a longer one is another kind of file. */
export const MAX_LINE_LENGTH = 8192;

const WHOLE_LINE = '(regel)';
const NO_JSON: Fault = { code: 'line.not-json', message: 'De regel is geen JSON.' };
const NO_OBJECT: Fault = { code: 'line.not-object', message: 'De regel is geen JSON-object.' };
const TOO_LONG: Fault = { code: 'line.too-long', message: 'De regel is te lang voor een canonieke rij.' };
const UNKNOWN: Fault = { code: 'field.unknown', message: 'Dit veld hoort niet in het canonieke formaat.' };
const MISSING: Fault = { code: 'field.missing', message: 'Dit verplichte veld ontbreekt.' };

/**
 * The validator of canonical lines, compiled once per load from the canonical schema: about a microsecond per row, and nothing is
 * allocated for a good one. Takes a line of NDJSON or a parsed object; `row` is only repeated in the issues. It gives the row back as
 * it was (never changed) or every fault of it. It does not throw on any input.
 *
 * `today` (`YYYY-MM-DD`, in the region's zone) is the last day that counts as not in the future.
 */
export function canonicalValidator<K extends DatasetKind>(
  kind: K,
  areas: KnownAreas,
  today: string,
): (line: unknown, row: number) => Validated<CanonicalRowOf[K]> {
  const fields = Object.entries(CANONICAL_FIELDS[kind]);
  const checks = new Map<string, { check: FieldCheck; required: boolean }>(
    fields.map(([name, field]) => [
      name,
      { check: fieldCheck(field, areas, today), required: field.required && field.type !== 'key' },
    ]),
  );
  const required = [...checks].filter(([, field]) => field.required).map(([name]) => name);
  const rules = ROW_RULES[kind];

  const faultsOf = (object: Record<string, unknown>, row: number): RowIssue[] | undefined => {
    let issues: RowIssue[] | undefined;
    let requiredSeen = 0;
    for (const name in object) {
      const known = checks.get(name);
      if (known?.required) requiredSeen += 1;
      const fault = known === undefined ? UNKNOWN : known.check(object[name]);
      // The name of an unknown field is text out of the file: it may hold a person, so it is not repeated.
      if (fault !== undefined)
        (issues ??= []).push(issueOf(row, known === undefined ? '(onbekend veld)' : name, fault));
    }
    if (requiredSeen < required.length) {
      for (const name of required) {
        if (!Object.hasOwn(object, name)) (issues ??= []).push(issueOf(row, name, MISSING));
      }
    }
    if (issues !== undefined) return issues;
    for (const rule of rules) {
      const broken = rule(object);
      if (broken !== undefined) (issues ??= []).push(issueOf(row, broken.column, broken.fault));
    }
    return issues;
  };

  return (line, row) => {
    let object: unknown = line;
    if (typeof line === 'string') {
      if (line.length > MAX_LINE_LENGTH) return { issues: [issueOf(row, WHOLE_LINE, TOO_LONG)] };
      try {
        object = JSON.parse(line);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return { issues: [issueOf(row, WHOLE_LINE, NO_JSON)] };
      }
    }
    if (typeof object !== 'object' || object === null || Array.isArray(object))
      return { issues: [issueOf(row, WHOLE_LINE, NO_OBJECT)] };
    const issues = faultsOf(object as Record<string, unknown>, row);
    return issues === undefined ? { ok: object as CanonicalRowOf[K] } : { issues };
  };
}

const issueOf = (row: number, column: string, fault: Fault): RowIssue => ({
  row,
  column,
  code: fault.code,
  message: fault.message,
});
