import { isAllowed } from '@datalab/access';
import { Database, findLab, findSignedInPerson, listInventedPeople } from '@datalab/data';
import { consentRoles, forbidden, invalidState, notFound, type Step } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { recordDeed } from '../audit/record.js';
import { asPerson, contextFor, type Ctx } from '../context.js';
import { ClosingService } from '../labs/closing.service.js';
import { LabViews, readLabView, type LabView } from '../labs/lab-view.js';
import { StepsService } from '../labs/steps.service.js';
import { factualPictureAnswers } from './factual-picture-answers.js';
import { doThose, type PartnerAnswers } from './partner-answers.js';
import { prioritiseAnswers } from './prioritise-answers.js';
import { releaseAnswers } from './release-answers.js';
import { shareSafelyAnswers } from './share-safely-answers.js';

/**
 * Lets the invented partners of a rehearsal do what waits for them, so that one person walks all five steps. Each deed is done as that partner, through
 * the same services, rules and policies as everybody's: a gate that would hold in a lab holds here (ADR 0074).
 */
@Injectable()
export class RehearsalPartnersService {
  private readonly answers: readonly PartnerAnswers[];

  constructor(private readonly database: Database) {
    this.answers = [
      prioritiseAnswers(database),
      factualPictureAnswers(database),
      shareSafelyAnswers(database),
      releaseAnswers(database),
      reviewAnswers(database),
    ];
  }

  /**
   * For its coordinator: all that waits for the partners now is answered; how many things that were. Asking again does what came to wait since. InvalidState in
   * a lab that is no rehearsal: nobody answers there for anybody.
   */
  async answer(ctx: Ctx, labId: string): Promise<number> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
      throw forbidden('lab.not-coordinator', 'Only the coordinator of a rehearsal lets its partners answer.');
    const people = await this.database.inTransaction(asPerson(ctx), async (tx) => {
      const lab = await findLab(tx, labId);
      if (lab === undefined) throw notFound('lab');
      if (!lab.isRehearsal)
        throw invalidState('lab.no-rehearsal', 'Partners answer by themselves in a rehearsal alone.');
      return listInventedPeople(tx, labId);
    });
    let done = 0;
    for (const { personId } of people) {
      const partner = await this.asPartner(ctx, personId);
      for (const answer of this.answers) done += await answer(partner, await this.viewOf(partner, labId));
    }
    await this.database.inTransaction(asPerson(ctx), (tx) =>
      recordDeed(tx, ctx, {
        action: 'rehearsal.answer',
        objectKind: 'lab',
        objectId: labId,
        labId,
        detail: { deeds: done },
      }),
    );
    return done;
  }

  private viewOf(ctx: Ctx, labId: string): Promise<LabView> {
    return this.database.inTransaction(asPerson(ctx), (tx) => readLabView(tx, labId));
  }

  private async asPartner({ requestId, clock }: Ctx, personId: string): Promise<Ctx> {
    const found = await findSignedInPerson(this.database, personId);
    if (found === undefined) throw notFound('person');
    return { ...contextFor(found.actor, requestId, clock), authenticatedAt: clock.now() };
  }
}

/** Who speaks for an organisation consents to what was handed in, and to the end of the lab. */
function reviewAnswers(database: Database): PartnerAnswers {
  const steps = new StepsService(database, new LabViews());
  const closing = new ClosingService(database);
  return async (ctx, lab) => {
    const { organisationId: own, memberships } = ctx.actor;
    const speaks = (step: Step) => memberships.some(({ role }) => consentRoles(step).includes(role));
    const isSilent = (consents: readonly { organisationId: string; answer: unknown }[]) =>
      consents.some(({ organisationId, answer }) => organisationId === own && answer === null);
    const reviewed = lab.steps
      .filter(({ step, state, consents }) => state === 'in_review' && speaks(step) && isSilent(consents))
      .map(
        ({ step }) =>
          () =>
            steps.consent(ctx, lab.id, step),
      );
    const { state, consents } = await closing.standing(ctx, lab.id);
    return doThose(...reviewed, state === 'to_close' && isSilent(consents) && (() => closing.consent(ctx, lab.id)));
  };
}
