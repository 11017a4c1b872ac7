import type { Actor } from '@datalab/access';
import type { Change, LabChange } from '@datalab/data';

/** An open event stream: whose it is, what it hears, and what it does when that person's access changed. */
export interface Listener {
  actor: Actor;
  hear(change: LabChange): void;
  /** Asks anew who this is; ends the stream where that is nobody any more. */
  recheck(): void;
}

/** Passes on what the database announces to the open event streams, each hearing only what concerns its person. */
export class ChangesHub {
  private readonly listeners = new Set<Listener>();

  /** Starts hearing; the returned function stops it. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  publish(change: Change): void {
    for (const listener of this.listeners)
      if (change.kind === 'access') {
        if (change.id === listener.actor.personId) listener.recheck();
      } else if (concerns(change, listener.actor)) listener.hear(change);
  }
}

/** A change of a lab is for its members; one that belongs to an organisation is for its own people, and its program, in that lab. */
export const concerns = ({ labId, organisationId }: LabChange, actor: Actor): boolean =>
  (actor.memberships.some((membership) => membership.labId === labId) || actor.apiClient?.labId === labId) &&
  (organisationId === undefined || organisationId === actor.organisationId);
