import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Everybody in a lab reads what is agreed; coordinators and privacy officers write and propose it; privacy officers sign for their own organisation. */
export const agreementRules: Rules = (actor, can) => {
  can('read', 'Agreement', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  can('draft', 'Agreement', { labId: { $in: labsWithRole(actor, 'coordinator', 'privacy_officer') } });
  can('sign', 'Agreement', { labId: { $in: labsWithRole(actor, 'privacy_officer') } });
};
