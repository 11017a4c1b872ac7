import { abilityFor, isAllowed } from '@datalab/access';
import { findActorInLab, type Database } from '@datalab/data';
import { forbidden } from '@datalab/domain';
import type { Work } from './work.js';
import { OPERATOR } from './operator.js';

/** Whether who asked for work may still deliver when it runs; `platform` where nobody asked. */
export type Standing = 'may' | 'left' | 'platform';

/** Checks the actor of a job again: between asking and running they may have left, or lost the role. */
export async function standingOf(database: Database, { labId, actorId }: Work): Promise<Standing> {
  if (actorId === OPERATOR) return 'platform';
  const actor = await findActorInLab(database, labId, actorId);
  if (actor === undefined) return 'left';
  // A program that delivers has its scopes, which were given for that.
  if (actor.apiClient !== undefined) return 'may';
  const own = { labId, organisationId: actor.organisationId };
  return isAllowed(abilityFor(actor), 'upload', 'Dataset', own) ? 'may' : 'left';
}

/** Throws Forbidden where somebody who may no longer ask is all that the work has to go on. */
export function refuseDeparted(standing: Standing): void {
  if (standing === 'left') throw forbidden('work.actor-left', 'Who asked for this may no longer do so.');
}
