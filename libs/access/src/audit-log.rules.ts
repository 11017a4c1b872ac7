import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** An organisation's privacy officer reads what its people did in the lab and what was done there with its data; nobody else does. */
export const auditLogRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('read', 'AuditLog', { labId: { $in: labsWithRole(actor, 'privacy_officer') }, organisationId });
};
