import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Everybody in a lab knows which datasets there are; only an organisation's own steward promises, maps and fills them. */
export const datasetRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('read', 'Dataset', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  const stewardOf = { $in: labsWithRole(actor, 'data_steward') };
  can('declare', 'Dataset', { labId: stewardOf, organisationId });
  can('map', 'Dataset', { labId: stewardOf, organisationId });
  can('upload', 'Dataset', { labId: stewardOf, organisationId });
  can('submit', 'Dataset', { labId: stewardOf, organisationId });
};
