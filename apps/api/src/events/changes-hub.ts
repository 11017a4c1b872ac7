import type { Actor } from '@datalab/access';
import type { Change } from '@datalab/data';

type Hear = (change: Change) => void;

/** Passes on what the database announces to the open event streams, each hearing only what concerns its person. */
export class ChangesHub {
  private readonly listeners = new Map<Hear, Actor>();

  /** Starts hearing; the returned function stops it. */
  subscribe(actor: Actor, hear: Hear): () => void {
    this.listeners.set(hear, actor);
    return () => void this.listeners.delete(hear);
  }

  publish(change: Change): void {
    for (const [hear, actor] of this.listeners) if (concerns(change, actor)) hear(change);
  }
}

/** A change of a lab is for its members; one that belongs to an organisation is for its own people in that lab. */
export const concerns = ({ labId, organisationId }: Change, actor: Actor): boolean =>
  actor.memberships.some((membership) => membership.labId === labId) &&
  (organisationId === undefined || organisationId === actor.organisationId);
