import type { CanonicalResult, IssueGroup } from '@datalab/intake';

const UNMAPPED: readonly string[] = ['category.unmapped', 'provision.unmapped'];

/** The issues without those of unmapped codes: they are asked as a question, and go away with its answer. */
export const realIssues = ({ issues, unmapped }: CanonicalResult): IssueGroup[] =>
  unmapped.length === 0 ? issues : issues.filter(({ code }) => !UNMAPPED.includes(code));
