import type { LoadIssue } from '@datalab/data';
import {
  CanonicalScreener,
  canonicalValidator,
  IssueSummary,
  type CanonicalReport,
  type Finding,
  type KnownAreas,
} from '@datalab/intake';

const NOT_A_DAY = { code: 'submission.not-a-day', message: 'Een gemelde rij heeft haar dag nodig.' };
const BEFORE_STREAM = {
  code: 'submission.before-stream',
  message: 'Deze melding is van vóór de eerste dag waarop is gemeld; lever die dagen aan als bestand.',
};
const TOO_LATE = {
  code: 'submission.too-late',
  message: 'Deze melding is te oud om te melden; lever haar aan als bestand.',
};
const TWICE = { code: 'record.duplicate', message: 'Twee rijen hebben hetzelfde kenmerk.' };

/** What the day of a submitted report may be, both included. */
export interface SubmissionDays {
  /** First day that was ever submitted to this dataset. */
  streamFrom: string;
  /** Before this day nothing changes any more. */
  oldest: string;
  today: string;
}

/** The same validation and screening as a file's, and what only a submission must keep to. Rows count from 1; no value is repeated. */
export function checkSubmission(
  rows: readonly unknown[],
  areas: KnownAreas,
  { streamFrom, oldest, today }: SubmissionDays,
): { reports: CanonicalReport[]; issues: LoadIssue[] } {
  const validate = canonicalValidator('records', areas, today);
  const screener = new CanonicalScreener('records');
  const summary = new IssueSummary();
  const seen = new Set<string>();
  const reports: CanonicalReport[] = [];
  rows.forEach((value, position) => {
    const row = position + 1;
    const fault = (column: string, what: { code: string; message: string }) => summary.add({ row, column, ...what });
    const { ok, issues } = validate(value, row);
    if (ok === undefined) return issues!.forEach((issue) => summary.add(issue));
    screener.add(ok, row);
    if (ok.occurred_precision !== 'day') fault('occurred_precision', NOT_A_DAY);
    else if (ok.occurred_on < streamFrom) fault('occurred_on', BEFORE_STREAM);
    else if (ok.occurred_on < oldest) fault('occurred_on', TOO_LATE);
    if (seen.has(ok.record_hash)) fault('record_hash', TWICE);
    seen.add(ok.record_hash);
    reports.push(ok);
  });
  return { reports, issues: [...issuesOf(summary), ...screener.findings().map(findingIssue)] };
}

/** As a load tells them. */
export const issuesOf = (summary: IssueSummary): LoadIssue[] =>
  summary.groups().map(({ rows, ...group }) => ({ ...group, firstRows: rows }));

export const findingIssue = ({ column, kind, message, count, row }: Finding): LoadIssue => ({
  code: `screening.${kind}`,
  column,
  message,
  count,
  firstRows: [row],
});
