import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** What citizens write is read by those who work on results, and answered by the coordinator or a privacy officer. */
export const publicNoteRules: Rules = (actor, can) => {
  const working = labsWithRole(actor, 'coordinator', 'privacy_officer', 'domain_expert', 'analyst');
  can('read', 'PublicNote', { labId: { $in: working } });
  can('check', 'PublicNote', { labId: { $in: labsWithRole(actor, 'coordinator', 'privacy_officer') } });
};
