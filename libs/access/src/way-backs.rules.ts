import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/**
 * The way back. That it is asked is known to every privacy officer and coordinator of the lab, and at the receiver; it is asked, opened and settled by the
 * receiver's domain expert, answered by the privacy officers of those whose knowledge it reveals, and its list is the receiver's steward's alone.
 */
export const wayBackRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  const labs = (...roles: Parameters<typeof labsWithRole>[1][]) => ({ $in: labsWithRole(actor, ...roles) });
  can('read', 'WayBack', { labId: labs('privacy_officer', 'coordinator') });
  can('read', 'WayBack', { labId: labs('domain_expert', 'data_steward'), receiverId: organisationId });
  can('request', 'WayBack', { labId: labs('domain_expert'), receiverId: organisationId });
  can('answer', 'WayBack', { labId: labs('privacy_officer'), askedOf: organisationId });
  can('receive', 'WayBack', { labId: labs('data_steward'), receiverId: organisationId });
};
