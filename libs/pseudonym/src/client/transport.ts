import type { RegisteredHolder } from '../holder/registered-holder.js';
import type { Evaluation } from '../voprf/evaluate.js';
import type { Element } from '../voprf/ristretto.js';

/**
 * The way to a key holder. Receives blinded elements and nothing else: no identifier, no row, no count of rows. Rejects with a
 * `DomainError`: Unavailable when the holder could not be reached, Forbidden when it refuses (budget, organisation, lab).
 */
export interface Transport {
  evaluate(holder: RegisteredHolder, elements: readonly Element[]): Promise<Evaluation>;
}
