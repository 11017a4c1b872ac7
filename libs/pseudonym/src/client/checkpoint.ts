import { DomainError } from '@datalab/domain';

/**
 * How far a run came. Holds pseudonyms and a digest of identifiers, both of which exist only at the partner: keep it in memory or in the
 * partner's own folder, never send it.
 */
export interface Checkpoint {
  /** `labKeyFingerprint` of the holders; a run is not resumed under another key. */
  readonly labKey: string;
  /** Identifiers done, from the first. */
  readonly done: number;
  /** SHA-512 over those identifiers in order, each with its length. */
  readonly identifiers: Uint8Array;
  /** Their pseudonyms, 64 bytes each, one after the other. */
  readonly pseudonyms: Uint8Array;
}

/**
 * The run stopped before its end and can go on: pass `checkpoint` as `resumeFrom`. `kind` and `code` are those of the reason (Unavailable:
 * the connection was lost; Forbidden: a holder refuses, for instance above the budget of the day).
 */
export class PseudonymisationInterrupted extends DomainError {
  constructor(
    reason: DomainError,
    readonly checkpoint: Checkpoint,
  ) {
    super(reason.kind, reason.code, reason.message);
    this.cause = reason;
  }
}
