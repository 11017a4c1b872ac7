import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/**
 * Step 5: who works in the lab reads results together and states findings; each organisation says what it will do itself. Who looks after a wijk
 * reads findings and solutions, and says what they know of their areas.
 */
export const solutionRules: Rules = (actor, can) => {
  const labs = [...new Set(actor.memberships.map(({ labId }) => labId))];
  const full = labsWithRole(actor, 'coordinator', 'domain_expert', 'analyst', 'data_steward', 'privacy_officer');
  const own = (...roles: Parameters<typeof labsWithRole>[1][]) => ({
    labId: { $in: labsWithRole(actor, ...roles) },
    organisationId: actor.organisationId,
  });
  can('read', 'Interpretation', { labId: { $in: full } });
  can('lead', 'Interpretation', { labId: { $in: labsWithRole(actor, 'coordinator') } });
  can('write', 'Reading', own('domain_expert'));
  can('read', 'Finding', { labId: { $in: labs } });
  can('write', 'Finding', { labId: { $in: labsWithRole(actor, 'coordinator', 'analyst', 'domain_expert') } });
  can('read', 'Solution', { labId: { $in: labs } });
  can('write', 'Solution', own('domain_expert', 'coordinator'));
  can('read', 'AreaWork', { labId: { $in: labs } });
  can('write', 'AreaWork', { labId: { $in: labs }, organisationId: actor.organisationId });
};
