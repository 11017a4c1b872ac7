import { RECEIVER_TYPES } from './agreement/agreement-document.js';
import type { OrganisationType } from './organisation.js';

/** Fewer addresses than this are never given: a list of one is a finger pointed at a door. */
export const WAY_BACK_LEAST_ADDRESSES = 5;

/** Days that a list lasts from the moment that it was made. */
export const WAY_BACK_DAYS = 30;

/** Whether an organisation of this type can be at the end of the way back: care, by type, whatever an agreement says. */
export const isCareReceiver = (type: OrganisationType): boolean =>
  (RECEIVER_TYPES as readonly OrganisationType[]).includes(type);

/** The answer of one organisation's privacy officer on one request. */
export interface WayBackAnswer {
  organisationId: string;
  approves: boolean;
}

/**
 * What an answer does to a request: one refusal ends it, the last approval of those that were asked lets it go on. `before` are the answers so far;
 * an answer of an organisation that was not asked is not one, and must have been refused by the caller.
 */
export function wayBackEvent(
  asked: readonly string[],
  before: readonly WayBackAnswer[],
  answer: WayBackAnswer,
): 'refuse' | 'approve' | 'approve_last' {
  if (!answer.approves) return 'refuse';
  const approved = new Set([...before, answer].filter((one) => one.approves).map((one) => one.organisationId));
  return asked.every((organisationId) => approved.has(organisationId)) ? 'approve_last' : 'approve';
}
