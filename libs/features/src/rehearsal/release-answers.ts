import type { Database } from '@datalab/data';
import { LabReleaseGround } from '../releases/lab-release-ground.js';
import { ReleaseReviewsService } from '../releases/release-reviews.service.js';
import { ReleasesService } from '../releases/releases.service.js';
import { InterpretationsService } from '../solutions/interpretations.service.js';
import { doThose, type PartnerAnswers } from './partner-answers.js';

/** Steps 4 and 5: what the platform has looked at is approved by those who may check it, and each writes what it reads in a result on the table. */
export function releaseAnswers(database: Database): PartnerAnswers {
  const releases = new ReleasesService(database, new LabReleaseGround());
  const reviews = new ReleaseReviewsService(database);
  const interpretations = new InterpretationsService(database);
  return async (ctx, lab) => {
    let done = 0;
    for (const { id, state, machineCheckedAt } of await releases.list(ctx, lab.id)) {
      if ((state !== 'submitted' && state !== 'partially_reviewed') || machineCheckedAt === null) continue;
      const { mayJudge, reviews: given, release } = await reviews.getCheck(ctx, id);
      const isJudged = given.some(
        ({ round, organisationId }) => round === release.round && organisationId === ctx.actor.organisationId,
      );
      if (mayJudge && !isJudged) done += await doThose(() => reviews.review(ctx, id, 'approve', ''));
    }
    const { organisationId: own, name } = ctx.actor;
    for (const { id, state, writtenBy } of await interpretations.list(ctx, lab.id))
      if (state === 'apart' && !writtenBy.includes(own))
        done += await doThose(() => interpretations.write(ctx, id, `Verzonnen lezing van: ${name}.`, ''));
    return done;
  };
}
