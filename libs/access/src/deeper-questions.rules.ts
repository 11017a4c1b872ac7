import { labsWithRole } from './actor.js';
import type { Rules } from './rules.js';

/** Questions for the deeper analyses are written, and taken back, by analysts and domain experts for their own organisation. */
export const deeperQuestionRules: Rules = (actor, can) => {
  const { organisationId } = actor;
  can('write', 'DeeperQuestion', { labId: { $in: labsWithRole(actor, 'domain_expert', 'analyst') }, organisationId });
};
