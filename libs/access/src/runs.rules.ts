import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Everybody in a lab sees which analyses are run and how they stand; its analysts ask for them, end them and see what comes out before it is released. */
export const runRules: Rules = (actor, can) => {
  can('read', 'Run', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] } });
  can('request', 'Run', { labId: { $in: labsWithRole(actor, 'analyst') } });
};
