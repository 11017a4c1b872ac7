/** An encoded group element: 32 bytes, canonical ristretto255 (RFC 9496). Opaque: only a `Ristretto` may look inside. */
export type Element = Uint8Array;

/** A scalar modulo the group order ℓ: 32 bytes, little endian, canonical (< ℓ). */
export type Scalar = Uint8Array;

export const ELEMENT_BYTES = 32;
export const SCALAR_BYTES = 32;
/** Width of SHA-512, of a uniform string that is mapped to the group, and of a pseudonym. */
export const HASH_BYTES = 64;

/**
 * The group arithmetic that the protocol needs, and nothing of the protocol. Two vetted libraries implement it, so that the
 * protocol can be run against itself over both: no curve is written in this project.
 *
 * Contract, the same for both: operands are encoded and canonical; the functions throw a `DomainError` (InvalidInput) on an encoding
 * that is not a group element, and on a product that would be the identity. `multiply` is constant-time in the scalar as far as the
 * library promises it; `sumOfProducts` may take variable time and is for public values only.
 */
export interface Ristretto {
  readonly name: string;
  /** SHA-512. */
  hash(message: Uint8Array): Uint8Array;
  /** The one-way map of RFC 9496 §4.3.4: 64 uniform bytes to an element. */
  elementFromUniform(uniform: Uint8Array): Element;
  /** True for the canonical encoding of any element but the identity. Never throws. */
  isElement(bytes: Uint8Array): boolean;
  add(a: Element, b: Element): Element;
  multiply(scalar: Scalar, element: Element): Element;
  /** scalar · generator. */
  multiplyBase(scalar: Scalar): Element;
  /** Σ scalarᵢ · elementᵢ over at least one pair; public values only. */
  sumOfProducts(scalars: readonly Scalar[], elements: readonly Element[]): Element;
  /** 64 bytes, little endian, modulo ℓ. */
  reduceScalar(wide: Uint8Array): Scalar;
  addScalars(a: Scalar, b: Scalar): Scalar;
  subtractScalars(a: Scalar, b: Scalar): Scalar;
  multiplyScalars(a: Scalar, b: Scalar): Scalar;
  /** The inverse modulo ℓ; throws on zero. */
  invertScalar(scalar: Scalar): Scalar;
}
