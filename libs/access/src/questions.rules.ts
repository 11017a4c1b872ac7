import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Everybody in a lab reads and proposes questions; an organisation's domain expert scores them for it. */
export const questionRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  const labs = [...new Set(actor.memberships.map((m) => m.labId))];
  can('read', 'Question', { labId: { $in: labs } });
  can('propose', 'Question', { labId: { $in: labs }, organisationId });
  can('score', 'Question', { labId: { $in: labsWithRole(actor, 'domain_expert') }, organisationId });
};
