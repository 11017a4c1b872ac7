import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** A load is seen by its own organisation's steward and privacy officer; its steward may take it back. */
export const loadRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('read', 'Load', { labId: { $in: labsWithRole(actor, 'data_steward', 'privacy_officer') }, organisationId });
  can('withdraw', 'Load', { labId: { $in: labsWithRole(actor, 'data_steward') }, organisationId });
};
