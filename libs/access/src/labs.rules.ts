import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Who takes part in a lab sees it; its coordinator leads it through the steps. */
export const labRules: Rules = (actor, can) => {
  can('read', 'Lab', { id: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  can('lead', 'Lab', { id: { $in: labsWithRole(actor, 'coordinator') } });
};
