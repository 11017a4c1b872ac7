import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** A domain expert says what the own organisation wants; that, or its privacy officer, records what its board said. */
export const statementRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('state', 'Statement', { labId: { $in: labsWithRole(actor, 'domain_expert') }, organisationId });
  can('state', 'Statement', {
    labId: { $in: labsWithRole(actor, 'privacy_officer') },
    organisationId,
    about: 'board',
  });
};
