import type { AnalysisKind } from '../analysis-kind.js';
import type { RunState } from '../run.state.js';
import { ofEach, ofLab, type Criterion, type Owing } from './criterion.js';

export interface DeeperAnalysesFacts {
  /** Kinds of which at least one result of a snapshot of this lab is released and was not taken back. */
  releasedKinds: readonly AnalysisKind[];
  /** Every run that was asked for. */
  runs: readonly {
    state: RunState;
    /** The organisation that asked. */
    askedBy: Owing;
    /** When it got the state that it has. */
    since: Date;
    /** A release of it is out, or was refused or taken back. */
    isSettled: boolean;
  }[];
}

/** A run that is done waits for its release; one that failed or was cancelled, for being asked again or withdrawn. */
const ENDED: readonly RunState[] = ['refused', 'withdrawn'];

/** Step 4, *verdiepende analyses* (product.md §3). A prediction may be left out. */
export function deeperAnalysesCriteria({ releasedKinds, runs }: DeeperAnalysesFacts, since: Date): Criterion[] {
  const open = runs.filter(({ state, isSettled }) => !ENDED.includes(state) && !isSettled);
  const first = new Map<string, { owing: Owing; since: Date }>();
  for (const run of open) {
    const known = first.get(run.askedBy.organisationId);
    if (known === undefined || run.since < known.since)
      first.set(run.askedBy.organisationId, { owing: run.askedBy, since: run.since });
  }
  return [
    ofLab('descriptive-released', releasedKinds.includes('descriptive'), 'analyst', since),
    ofLab('diagnostic-released', releasedKinds.includes('diagnostic'), 'analyst', since),
    {
      code: 'runs-settled',
      met: first.size === 0,
      missing: [...first.values()].flatMap(
        ({ owing, since: waiting }) => ofEach('runs-settled', [owing], 'analyst', waiting).missing,
      ),
    },
  ];
}
