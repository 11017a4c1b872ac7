import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Everybody in a lab talks and sees what happened; its coordinator sets deadlines. */
export const togetherRules: Rules = (actor, can) => {
  const labId = { $in: [...new Set(actor.memberships.map((one) => one.labId))] };
  can('read', 'Activity', { labId });
  can('read', 'Comment', { labId });
  can('write', 'Comment', { labId, organisationId: actor.organisationId });
  can('read', 'Deadline', { labId });
  can('lead', 'Deadline', { labId: { $in: labsWithRole(actor, 'coordinator') } });
};
