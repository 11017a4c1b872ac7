import { labsWithRole } from './actor.js';
import { PLATFORM } from './platform.rules.js';
import type { Rules } from './rules.js';

/** Who takes part in a lab sees it; its coordinator leads it through the steps, and may begin another (docs/adr/0041). */
export const labRules: Rules = (actor, can) => {
  can('read', 'Lab', { id: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  const led = labsWithRole(actor, 'coordinator');
  can('lead', 'Lab', { id: { $in: led } });
  if (actor.mayFoundLabs === true || led.length > 0) can('found', 'Platform', { id: PLATFORM.id });
};
