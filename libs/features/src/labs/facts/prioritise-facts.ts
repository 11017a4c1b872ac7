import type { LabFacts } from '@datalab/domain';
import { datasetsOf, type LabGround } from './lab-ground.js';

/** What the criteria of step 1 are computed from. */
export function prioritiseFacts(ground: LabGround): LabFacts['prioritise'] {
  return {
    question: ground.lab.question,
    organisations: ground.participants.map(({ organisationId, name, roles }) => ({
      organisationId,
      name,
      roles: roles.map(({ role }) => role),
      expected: datasetsOf(ground, organisationId).length > 0,
    })),
  };
}
