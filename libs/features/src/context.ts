import { abilityFor, type Actor, type AppAbility } from '@datalab/access';
import type { AuditAuthor, DatabaseContext } from '@datalab/data';
import type { Clock } from '@datalab/domain';

/** Who asks, what they may, which request it is, and what time it is. The first argument of every service method. */
export interface Ctx {
  actor: Actor;
  ability: AppAbility;
  requestId: string;
  clock: Clock;
  /** When they last showed to the identity provider who they are; left out where that is not known, as for a program. */
  authenticatedAt?: Date;
}

/** `abilityOf` says what the actor may; another than the platform's own is for the tests that take one of the two walls away. */
export const contextFor = (
  actor: Actor,
  requestId: string,
  clock: Clock,
  abilityOf: (actor: Actor) => AppAbility = abilityFor,
): Ctx => ({
  actor,
  ability: abilityOf(actor),
  requestId,
  clock,
});

/** The same person, as row-level security knows them. */
export const asPerson = ({ actor }: Ctx): DatabaseContext => ({
  userId: actor.personId,
  organisationId: actor.organisationId,
});

export const authorOf = ({ actor, requestId }: Ctx): AuditAuthor => ({
  actorId: actor.personId,
  organisationId: actor.organisationId,
  requestId,
});
