import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** The single reports of an organisation are read back by its own data steward, who delivered them, and by nobody else. */
export const reportRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('read', 'Report', { labId: { $in: labsWithRole(actor, 'data_steward') }, organisationId });
};
