import { announce, audit, type AuditEvent, type Database, type Transaction } from '@datalab/data';
import { asPerson, authorOf, type Ctx } from '../context.js';

/** Writes down that this person read protected data, in the transaction in which they read it: without the line no answer. */
export const recordRead = (tx: Transaction, ctx: Ctx, event: Omit<AuditEvent, 'outcome'>): Promise<void> =>
  audit(tx, authorOf(ctx), event);

/** Writes down what this person did in a lab, and tells everybody who has it open to ask anew: both, or the deed is not done. */
export async function recordDeed(
  tx: Transaction,
  ctx: Ctx,
  event: Omit<AuditEvent, 'outcome'> & { labId: string },
): Promise<void> {
  await audit(tx, authorOf(ctx), event);
  await announce(tx, { kind: 'lab', id: event.labId, labId: event.labId });
}

/** What somebody tried, and how it ended otherwise than asked. */
export interface FailedAttempt {
  /** `<subject>.<deed>`, as of an event that was done. */
  action: string;
  objectKind: string;
  /** An id, or a word; never what was typed into a field. */
  objectId: string;
  labId?: string;
  /** `failed`: on our side. */
  outcome: 'refused' | 'failed';
  /** The stable code of the error. */
  reason: string;
}

const IS_CODE = /^[a-z]+([._-][a-z]+)*$/;

/**
 * Writes down that something was refused, or failed on our side, in a transaction of its own: that of the attempt itself was rolled back.
 * The lab is named only where the person takes part in it; where none is given and they take part in one lab alone, it is that one.
 */
export async function recordFailure(database: Database, ctx: Ctx, attempt: FailedAttempt): Promise<void> {
  const { reason, labId: asked, ...event } = attempt;
  const { memberships, apiClient } = ctx.actor;
  const labs = new Set([
    ...memberships.map(({ labId }) => labId),
    ...(apiClient === undefined ? [] : [apiClient.labId]),
  ]);
  const only = asked === undefined && labs.size === 1 ? [...labs][0] : undefined;
  const labId = asked !== undefined && labs.has(asked) ? asked : only;
  const detail = { reason: IS_CODE.test(reason) ? reason : 'unexpected' };
  await database.inTransaction(asPerson(ctx), (tx) => audit(tx, authorOf(ctx), { ...event, labId, detail }));
}
