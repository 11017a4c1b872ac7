import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** The coordinator writes a lab's own intake terms; an organisation's privacy officer signs for it and takes that back. */
export const intakeTermsRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('write', 'IntakeTerms', { labId: { $in: labsWithRole(actor, 'coordinator') } });
  can('sign', 'IntakeSignature', { labId: { $in: labsWithRole(actor, 'privacy_officer') }, organisationId });
};
