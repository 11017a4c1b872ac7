import { invalidInput } from '@datalab/domain';
import type { RandomBytes } from '../random-bytes.js';
import type { KeyPair } from './key-pair.js';
import { compositeWeights, proveComposite } from './proof.js';
import type { Element, Ristretto } from './ristretto.js';

/** RFC 9497 counts the elements of a batch in two bytes. */
export const LARGEST_BATCH = 0xffff;

/** What a holder answers to a batch: one evaluated element per blinded element, in the same order, and one proof over all. */
export interface Evaluation {
  readonly evaluated: readonly Element[];
  readonly proof: Uint8Array;
}

const STRIDE = 32;
const straightOn = async (): Promise<void> => {};

/**
 * The holder's half: BlindEvaluate of RFC 9497 §3.3.2 over a batch. Learns nothing about the inputs: each element is uniform.
 * `pause` is awaited every 32 elements, so that a server can answer its health check during a large batch.
 * Throws InvalidInput, before any multiplication, for an empty or over-long batch and for a value that is no element or is the identity.
 */
export async function evaluateBatch(
  ristretto: Ristretto,
  key: KeyPair,
  blinded: readonly Element[],
  rng: RandomBytes,
  pause: () => Promise<void> = straightOn,
): Promise<Evaluation> {
  checkBatch(ristretto, blinded);
  const evaluated: Element[] = [];
  for (const [i, element] of blinded.entries()) {
    if (i % STRIDE === STRIDE - 1) await pause();
    evaluated.push(ristretto.multiply(key.share, element));
  }
  const weights = compositeWeights(ristretto, key.publicKey, blinded, evaluated);
  const partial: Element[] = [];
  for (let from = 0; from < blinded.length; from += STRIDE) {
    await pause();
    partial.push(ristretto.sumOfProducts(weights.slice(from, from + STRIDE), blinded.slice(from, from + STRIDE)));
  }
  const m = partial.reduce((sum, part) => ristretto.add(sum, part));
  return { evaluated, proof: proveComposite(ristretto, key, m, rng) };
}

/** Refuses what a holder must not evaluate; see `evaluateBatch`. Cheap beside the evaluation, so budgets are charged after it. */
export function checkBatch(ristretto: Ristretto, blinded: readonly Element[]): void {
  if (blinded.length === 0) throw invalidInput('pseudonym.batch-empty', 'A batch holds at least one element.');
  if (blinded.length > LARGEST_BATCH) {
    throw invalidInput('pseudonym.batch-too-large', `A batch holds at most ${LARGEST_BATCH} elements.`);
  }
  const row = blinded.findIndex((element) => !ristretto.isElement(element));
  if (row >= 0) {
    throw invalidInput('pseudonym.element-invalid', 'A value is not an element of the ristretto255 group.', [{ row }]);
  }
}
