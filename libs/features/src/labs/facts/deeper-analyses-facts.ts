import { listRunReleases, listRuns, type Transaction } from '@datalab/data';
import { isDocumented, type DeeperAnalysesFacts, type ReleaseState } from '@datalab/domain';
import type { LabGround } from './lab-ground.js';

/** A release that is out, or that nobody will bring out. */
const SETTLED: readonly ReleaseState[] = ['released', 'refused', 'withdrawn'];

/** What the criteria of step 4 follow from: the runs that were asked for and what became of them. */
export async function deeperAnalysesFacts(
  tx: Transaction,
  { lab, reopenedAt }: LabGround,
): Promise<DeeperAnalysesFacts> {
  const releases = await listRunReleases(tx, lab.id);
  const runs = await listRuns(tx, lab.id);
  const reopened = reopenedAt.get('deeper_analyses') ?? null;
  const counts = releases.filter(
    ({ state, releasedAt }) => state === 'released' && releasedAt !== null && !isDocumented(releasedAt, reopened),
  );
  return {
    releasedKinds: [...new Set(counts.map(({ kind }) => kind))],
    runs: runs.map((run) => ({
      state: run.state,
      askedBy: { organisationId: run.organisationId, name: run.organisationName },
      since: run.endedAt ?? run.startedAt ?? run.requestedAt,
      isSettled: releases.some(({ runId, state }) => runId === run.id && SETTLED.includes(state)),
    })),
  };
}
