import { isAllowed, type Action } from '@datalab/access';
import { findWayBack, holdWayBack, type Transaction, type WayBackRow } from '@datalab/data';
import { forbidden, invalidInput, notFound } from '@datalab/domain';
import { recordDeed } from '../audit/record.js';
import type { Ctx } from '../context.js';
import { checkOwnWords } from '../quality/check-own-words.js';

/** A request with nobody else changing it until the transaction ends. NotFound where it is not theirs to know of, Forbidden where it is not theirs to do. */
export async function heldWayBack(ctx: Ctx, tx: Transaction, id: string, action: Action): Promise<WayBackRow> {
  await holdWayBack(tx, id);
  const request = await findWayBack(tx, id);
  if (request === undefined || !isAllowed(ctx.ability, 'read', 'WayBack', request)) throw notFound('way back');
  if (!isAllowed(ctx.ability, action, 'WayBack', request))
    throw forbidden(
      `way-back.may-not-${action}`,
      'The receiver asks and opens, the privacy officers of who is asked answer, and its steward fetches the list.',
    );
  return request;
}

/** Words that somebody typed: trimmed, of this length, and without what tells of a person. */
export function wordsOf(field: string, text: string, least: number): string {
  const words = text.trim();
  if (words.length < least || words.length > 1_000)
    throw invalidInput('way-back.words-length', `Write ${least} to 1,000 characters.`, [{ field }]);
  checkOwnWords({ [field]: words });
  return words;
}

/** Writes a deed down, and gives the request as it is now. */
export async function toldWayBack(ctx: Ctx, tx: Transaction, id: string, action: string): Promise<WayBackRow> {
  const now = (await findWayBack(tx, id))!;
  await recordDeed(tx, ctx, { action: `way-back.${action}`, objectKind: 'way_back', objectId: id, labId: now.labId });
  return now;
}
