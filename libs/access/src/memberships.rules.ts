import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** The coordinator of a lab invites people to it, gives them roles in it and ends these. */
export const membershipRules: Rules = (actor, can) => {
  can('grant', 'Membership', { labId: { $in: labsWithRole(actor, 'coordinator') } });
};
