import { isAllowed } from '@datalab/access';
import { askFor, type Transaction } from '@datalab/data';
import { forbidden, notFound } from '@datalab/domain';
import { prioritiseJob } from '@datalab/jobs';
import type { Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';

/** Throws NotFound where the lab is not this person's, as where it does not exist. */
export function checkTakesPart(ctx: Ctx, labId: string): void {
  if (!isAllowed(ctx.ability, 'read', 'Question', { labId, organisationId: ctx.actor.organisationId }))
    throw notFound('lab');
}

/** Throws NotFound where the lab is not this person's, Forbidden where somebody else must do this. */
export function checkMay(ctx: Ctx, labId: string, may: boolean, code: string, message: string): void {
  checkTakesPart(ctx, labId);
  if (!may) throw forbidden(code, message);
}

/** Writes down what was done in a lab, and tells who has it open. */
export async function record(tx: Transaction, ctx: Ctx, labId: string, event: StepOneEvent): Promise<void> {
  await recordDeed(tx, ctx, { objectKind: 'lab', objectId: labId, ...event, labId });
}
interface StepOneEvent {
  action: string;
  objectKind?: string;
  objectId?: string;
  detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Asks for the questions to be ranked anew. */
export const askForRanking = (tx: Transaction, ctx: Ctx, labId: string): Promise<void> =>
  askFor(tx, prioritiseJob, { labId }, { labId, actorId: ctx.actor.personId, requestId: ctx.requestId });
