import { ofEach, ofLab, type Criterion, type Owing } from './criterion.js';

export interface SolutionsFacts {
  /** Findings that were not withdrawn. */
  findings: readonly {
    /** A solution that was not dropped, or the reason why there is none. */
    answered: boolean;
  }[];
  /** Organisations that answer for a solution that is still an option without anybody who owns it, or without a date. */
  unowned: readonly Owing[];
  /** Organisations with a chosen solution of which nothing was registered to measure it by. */
  unregistered: readonly Owing[];
  /** Of the released results: read together and agreed on. */
  interpretationsOpen: number;
}

/** Step 5, *oplossingen vanuit eigen rol* (product.md §3). */
export function solutionsCriteria(facts: SolutionsFacts, since: Date): Criterion[] {
  const { findings, unowned, unregistered, interpretationsOpen } = facts;
  const answered = findings.length > 0 && findings.every((finding) => finding.answered);
  return [
    ofLab('findings-written', findings.length > 0, 'coordinator', since),
    ofLab('interpretations-agreed', interpretationsOpen === 0, 'coordinator', since),
    ofLab('findings-answered', answered, 'domain_expert', since),
    ofEach('solutions-owned', unowned, 'domain_expert', since),
    ofEach('evaluations-registered', unregistered, 'domain_expert', since),
  ];
}
