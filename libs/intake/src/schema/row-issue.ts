/**
 * Why a row cannot be accepted. `row` is the line or row as a person counts it in the file (first = 1), `column` the name above
 * it. The message is Dutch, for the steward, and never carries the value.
 */
export interface RowIssue {
  row: number;
  column: string;
  /** Stable, for translation and for tests: `date.future`. */
  code: string;
  message: string;
}

/** One kind of fault in one column, with how often it occurs and the first rows where it does. */
export interface IssueGroup {
  column: string;
  code: string;
  message: string;
  count: number;
  rows: number[];
}

const FIRST_ROWS = 20;
const MAX_GROUPS = 500;

/**
 * Gathers issues of any number of rows in bounded memory: per code and column the count and the first twenty rows; beyond
 * five hundred kinds only the total grows.
 */
export class IssueSummary {
  readonly #groups = new Map<string, IssueGroup>();
  #total = 0;

  add(issue: RowIssue): void {
    this.#total += 1;
    const key = `${issue.code}\n${issue.column}`;
    const group = this.#groups.get(key);
    if (group !== undefined) {
      group.count += 1;
      if (group.rows.length < FIRST_ROWS) group.rows.push(issue.row);
    } else if (this.#groups.size < MAX_GROUPS) {
      const { column, code, message, row } = issue;
      this.#groups.set(key, { column, code, message, count: 1, rows: [row] });
    }
  }

  get total(): number {
    return this.#total;
  }

  /** Most frequent first; equal counts in order of code and column, so that two runs read the same. */
  groups(): IssueGroup[] {
    return [...this.#groups.values()].sort(
      (a, b) => b.count - a.count || (`${a.code} ${a.column}` < `${b.code} ${b.column}` ? -1 : 1),
    );
  }
}

/** The issues of a list, grouped; see IssueSummary. */
export function issueSummary(issues: Iterable<RowIssue>): IssueGroup[] {
  const summary = new IssueSummary();
  for (const issue of issues) summary.add(issue);
  return summary.groups();
}
