import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/**
 * Everybody in a lab sees the evidence and the answers on the public values. For an organisation its privacy officer or its domain expert
 * answers: who guards the law and who knows the work.
 */
export const publicValueRules: Rules = (actor, can) => {
  can('read', 'PublicValues', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  can('answer', 'PublicValues', { labId: { $in: labsWithRole(actor, 'privacy_officer', 'domain_expert') } });
};
