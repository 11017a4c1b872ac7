import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/**
 * What is out and for everybody is read by all of a lab; what is out for the lab by those who work in it, and not by who looks after a wijk alone; what is
 * on its way by those who ask, check and lead. Who may check one release and not another also follows from who asked for it (`mayCheck`).
 */
export const releaseRules: Rules = (actor, can) => {
  const labs = (...roles: Parameters<typeof labsWithRole>[1][]) => ({ $in: labsWithRole(actor, ...roles) });
  can('read', 'Release', { labId: { $in: [...new Set(actor.memberships.map((m) => m.labId))] }, reach: 'public' });
  const working = labs('data_steward', 'coordinator', 'domain_expert', 'analyst', 'privacy_officer');
  can('read', 'Release', { labId: working, reach: 'lab' });
  can('read', 'Release', { labId: labs('coordinator', 'domain_expert', 'analyst', 'privacy_officer') });
  can('export', 'Release', { labId: working });
  can('draft', 'Release', { labId: labs('analyst', 'domain_expert') });
  can('check', 'Release', { labId: labs('privacy_officer', 'analyst', 'domain_expert') });
  can('withdraw', 'Release', { labId: labs('coordinator', 'privacy_officer') });
  can('withdraw', 'Release', { labId: labs('analyst', 'domain_expert'), requestedBy: actor.personId });
};
