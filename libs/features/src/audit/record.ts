import { audit, type AuditEvent, type Database, type Transaction } from '@datalab/data';
import { DomainError } from '@datalab/domain';
import { asPerson, authorOf, type Ctx } from '../context.js';

/** Writes down that this person read protected data, in the transaction in which they read it: without the line no answer. */
export const recordRead = (tx: Transaction, ctx: Ctx, event: Omit<AuditEvent, 'outcome'>): Promise<void> =>
  audit(tx, authorOf(ctx), event);

/** Errors that are nobody's attempt at data: what was asked could not be read at all. */
const IS_MALFORMED = 'InvalidInput';

/**
 * Writes down that something was refused, or failed on our side, in a transaction of its own: that of the attempt itself was rolled back. A
 * malformed question is not an attempt. The lab is named only where the person takes part in it.
 */
export async function recordFailure(
  database: Database,
  ctx: Ctx,
  error: unknown,
  attempt: { action: string; objectKind: string; objectId: string; labId?: string },
): Promise<void> {
  const known = error instanceof DomainError ? error : undefined;
  if (known?.kind === IS_MALFORMED) return;
  const isOurs = known === undefined || known.kind === 'Bug' || known.kind === 'Unavailable';
  const labId = ctx.actor.memberships.find((membership) => membership.labId === attempt.labId)?.labId;
  const reason = known !== undefined && /^[a-z]+([._-][a-z]+)*$/.test(known.code) ? known.code : 'unexpected';
  await database.inTransaction(asPerson(ctx), (tx) =>
    audit(tx, authorOf(ctx), { ...attempt, labId, outcome: isOurs ? 'failed' : 'refused', detail: { reason } }),
  );
}
