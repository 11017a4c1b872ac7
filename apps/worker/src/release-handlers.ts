import type { Database } from '@datalab/data';
import type { Clock } from '@datalab/domain';
import {
  LabReleaseGround,
  OPERATOR,
  ReleaseCheckerService,
  ReleaseOutService,
  StandingReleasesService,
  type ReleaseLedger,
} from '@datalab/features';
import { disclosureCheckJob, releaseJob, standingRefreshJob, standingUpkeepSchedule } from '@datalab/jobs';
import { handlerFor, handlerForLab } from '@datalab/queue';

/** All that the worker does for releases: the machine's look, the way out, refreshes of standing releases and their upkeep. */
export function releaseHandlers(database: Database, ledger: ReleaseLedger, clock: Clock) {
  const ground = new LabReleaseGround();
  const checker = new ReleaseCheckerService(database, ledger, ground, clock);
  const out = new ReleaseOutService(database, ledger, ground, clock);
  const standing = new StandingReleasesService(database, checker, out, ground, clock);
  return {
    jobs: [
      handlerFor(disclosureCheckJob, ({ releaseId }, work) => checker.execute(work, releaseId)),
      handlerFor(releaseJob, ({ releaseId }, work) => out.execute(work, releaseId)),
      handlerFor(standingRefreshJob, ({ standingId, snapshotId }, work) =>
        standing.refresh(work, standingId, snapshotId),
      ),
    ],
    upkeep: [
      handlerForLab(standingUpkeepSchedule, ({ labId, tickId }) =>
        standing.upkeep({ labId, actorId: OPERATOR, requestId: tickId }),
      ),
    ],
  };
}
