import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** For the own organisation: a domain expert answers both lists, a privacy officer what law asks, a steward what quality asks. */
export const checklistRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('state', 'Checklist', { labId: { $in: labsWithRole(actor, 'domain_expert') }, organisationId });
  can('state', 'Checklist', { labId: { $in: labsWithRole(actor, 'privacy_officer') }, organisationId, name: 'legal' });
  can('state', 'Checklist', { labId: { $in: labsWithRole(actor, 'data_steward') }, organisationId, name: 'quality' });
};
