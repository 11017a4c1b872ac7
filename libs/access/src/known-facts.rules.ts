import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/**
 * What an organisation knows already, and that it has nothing to deliver, is said by those of its own people who know its data; everybody in
 * the lab reads it (as `Lab`).
 */
export const knownFactRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('write', 'KnownFact', {
    labId: { $in: labsWithRole(actor, 'data_steward', 'domain_expert', 'analyst') },
    organisationId,
  });
  can('declare', 'Inventory', { labId: { $in: labsWithRole(actor, 'data_steward', 'domain_expert') }, organisationId });
};
