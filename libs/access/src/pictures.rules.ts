import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/**
 * The mirror shows an organisation its own exact figures, to those of its people who work with them. The picture is for everybody
 * in the lab; a wijkteam member gets the lab tier of their own wijk and the public tier of all others.
 */
export const pictureRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('read', 'Mirror', {
    labId: { $in: labsWithRole(actor, 'data_steward', 'domain_expert', 'analyst', 'privacy_officer') },
    organisationId,
  });
  can('read', 'Picture', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
};
