import { consentRoles } from '@datalab/domain';
import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/**
 * Everybody in a lab reads its forecast contracts and how they did. Analysts write and test them, the coordinator fixes them, switches a forecast on
 * and ends it, and who speaks for an organisation in step 4 objects.
 */
export const forecastRules: Rules = (actor, can) => {
  can('read', 'Forecast', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  can('write', 'Forecast', { labId: { $in: labsWithRole(actor, 'analyst') } });
  can('lead', 'Forecast', { labId: { $in: labsWithRole(actor, 'coordinator') } });
  can('object', 'Forecast', { labId: { $in: labsWithRole(actor, ...consentRoles('deeper_analyses')) } });
};
