import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Everybody in a lab sees its shells; who works on the question drafts them, an organisation's domain expert approves for it. */
export const outputShellRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('read', 'OutputShell', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  can('draft', 'OutputShell', { labId: { $in: labsWithRole(actor, 'domain_expert', 'analyst', 'coordinator') } });
  can('approve', 'OutputShell', { labId: { $in: labsWithRole(actor, 'domain_expert') }, organisationId });
};
