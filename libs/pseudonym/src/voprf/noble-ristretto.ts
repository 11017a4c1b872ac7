import { invalidInput } from '@datalab/domain';
import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import { bytesToNumberLE } from '@noble/curves/utils.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { ELEMENT_BYTES, type Element, type Ristretto, type Scalar } from './ristretto.js';

const { Point } = ristretto255;
const { Fn } = Point;
type Point = InstanceType<typeof Point>;

function decode(element: Element): Point {
  try {
    return Point.fromBytes(element);
  } catch {
    throw invalidInput('pseudonym.element-invalid', 'A value is not an element of the ristretto255 group.');
  }
}

function times(point: Point, scalar: Scalar): Point {
  const factor = Fn.fromBytes(scalar);
  if (Fn.is0(factor) || point.is0()) {
    throw invalidInput('pseudonym.element-invalid', 'A value is not an element of the ristretto255 group.');
  }
  return point.multiply(factor);
}

function isElement(bytes: Uint8Array): boolean {
  if (bytes.length !== ELEMENT_BYTES) return false;
  try {
    return !Point.fromBytes(bytes).is0();
  } catch {
    return false; // noble says "not an element" by throwing; there is nothing else that it could mean here
  }
}

function sumOfProducts(scalars: readonly Scalar[], elements: readonly Element[]): Element {
  if (elements.length === 0) throw invalidInput('pseudonym.batch-empty', 'A batch holds at least one element.');
  let sum = Point.ZERO;
  elements.forEach((element, i) => {
    const scalar = scalars[i];
    if (scalar === undefined) throw invalidInput('pseudonym.batch-mismatch', 'A batch lost its scalars.');
    sum = sum.add(times(decode(element), scalar));
  });
  return sum.toBytes();
}

/** The reference: @noble/curves, plain bigints, about ten times slower than libsodium and independent of it. */
export const nobleRistretto: Ristretto = {
  name: '@noble/curves',
  hash: (message) => sha512(message),
  elementFromUniform: (uniform) => deriveElement(uniform).toBytes(),
  isElement,
  add: (a, b) => decode(a).add(decode(b)).toBytes(),
  multiply: (scalar, element) => times(decode(element), scalar).toBytes(),
  multiplyBase: (scalar) => times(Point.BASE, scalar).toBytes(),
  sumOfProducts,
  reduceScalar: (wide) => Fn.toBytes(Fn.create(bytesToNumberLE(wide))),
  addScalars: (a, b) => Fn.toBytes(Fn.add(Fn.fromBytes(a), Fn.fromBytes(b))),
  subtractScalars: (a, b) => Fn.toBytes(Fn.sub(Fn.fromBytes(a), Fn.fromBytes(b))),
  multiplyScalars: (a, b) => Fn.toBytes(Fn.mul(Fn.fromBytes(a), Fn.fromBytes(b))),
  invertScalar: (scalar) => Fn.toBytes(Fn.inv(Fn.fromBytes(scalar))),
};

function deriveElement(uniform: Uint8Array): Point {
  if (ristretto255_hasher.deriveToCurve === undefined) {
    throw invalidInput('pseudonym.library', 'This version of @noble/curves lacks the map to ristretto255.');
  }
  return ristretto255_hasher.deriveToCurve(uniform);
}
