import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Whether an organisation's records and keys may be destroyed is its privacy officer's to say. */
export const closingRules: Rules = (actor, can) => {
  can('consent', 'Closing', { labId: { $in: labsWithRole(actor, 'privacy_officer') } });
};
