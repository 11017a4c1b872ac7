import { concat, twoBytes, utf8, withLength } from '../bytes.js';
import { invalidInput } from '@datalab/domain';
import type { RandomBytes } from '../random-bytes.js';
import type { Element, Ristretto, Scalar } from './ristretto.js';
import { hashToElement, randomScalar } from './transcript.js';

/** An input under its blind. `blind` stays with the partner and lives for one batch; `element` is all that leaves. */
export interface Blinded {
  readonly blind: Scalar;
  readonly element: Element;
}

const FINALIZE = utf8('Finalize');

/**
 * Blind of RFC 9497 §3.3.1: r · HashToGroup(input) with a fresh uniform r ≠ 0. In a group of prime order r ↦ r · P is a bijection of the
 * non-zero scalars to the elements but the identity, so the element is uniform and independent of the input, exactly, not only
 * computationally. Input: at most 65535 bytes.
 */
export function blind(ristretto: Ristretto, input: Uint8Array, rng: RandomBytes): Blinded {
  twoBytes(input.length);
  const scalar = randomScalar(ristretto, rng);
  return { blind: scalar, element: ristretto.multiply(scalar, hashToElement(ristretto, input)) };
}

/**
 * The inverses of many scalars for the price of one inversion and three multiplications each (Montgomery's trick). Throws on zero.
 * Shape: one inverse per scalar, in order.
 */
export function invertScalars(ristretto: Ristretto, scalars: readonly Scalar[]): Scalar[] {
  const prefixes: Scalar[] = [];
  for (const scalar of scalars) {
    const before = prefixes.at(-1);
    prefixes.push(before === undefined ? scalar : ristretto.multiplyScalars(before, scalar));
  }
  const inverses = new Array<Scalar>(scalars.length);
  let rest = scalars.length === 0 ? undefined : ristretto.invertScalar(prefixes.at(-1) as Scalar);
  for (let i = scalars.length - 1; i >= 0 && rest !== undefined; i--) {
    inverses[i] = i === 0 ? rest : ristretto.multiplyScalars(rest, prefixes[i - 1] as Scalar);
    rest = ristretto.multiplyScalars(rest, scalars[i] as Scalar);
  }
  return inverses;
}

/**
 * Finalize of RFC 9497 §3.3.1 for one input: 64 bytes, Hash(input, blind⁻¹ · evaluated, "Finalize"). The caller has verified the proof
 * of every holder and, with several, added their elements. `inverseBlind` comes from `invertScalars`.
 */
export function finalize(
  ristretto: Ristretto,
  input: Uint8Array,
  inverseBlind: Scalar,
  evaluated: Element,
): Uint8Array {
  const unblinded = ristretto.multiply(inverseBlind, evaluated);
  return ristretto.hash(concat(withLength(input, unblinded), FINALIZE));
}

/** Σ over holders, element by element: what one holder of k = k₁ + k₂ + … would have answered. At least one holder, equal lengths. */
export function addEvaluations(ristretto: Ristretto, perHolder: readonly (readonly Element[])[]): Element[] {
  const [first, ...others] = perHolder;
  if (first === undefined || others.some((one) => one.length !== first.length)) {
    throw invalidInput('pseudonym.batch-mismatch', 'Every holder answers every element of the batch.');
  }
  return first.map((element, i) => others.reduce((sum, one) => ristretto.add(sum, one[i] as Element), element));
}
