import { consentRoles, STEPS } from '@datalab/domain';
import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Everybody in a lab reads what happened to its steps; who speaks for an organisation differs by step (docs/adr/0040). */
export const stepRules: Rules = (actor, can) => {
  can('read', 'Step', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  for (const step of STEPS)
    can('consent', 'Step', { labId: { $in: labsWithRole(actor, ...consentRoles(step)) }, step });
};
