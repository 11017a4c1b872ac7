import { invalidInput } from '@datalab/domain';
import sodium from 'libsodium-wrappers-sumo';
import { isZero } from '../bytes.js';
import { ELEMENT_BYTES, type Element, type Ristretto, type Scalar } from './ristretto.js';

/** libsodium reports a bad element as a plain Error of its own; which operand it was stays unsaid on purpose. */
function group<T>(operation: () => T): T {
  try {
    return operation();
  } catch {
    throw invalidInput('pseudonym.element-invalid', 'A value is not an element of the ristretto255 group.');
  }
}

function multiply(scalar: Scalar, element: Element): Element {
  return group(() => sodium.crypto_scalarmult_ristretto255(scalar, element));
}

function sumOfProducts(scalars: readonly Scalar[], elements: readonly Element[]): Element {
  let sum: Element | undefined;
  elements.forEach((element, i) => {
    const scalar = scalars[i];
    if (scalar === undefined) throw invalidInput('pseudonym.batch-mismatch', 'A batch lost its scalars.');
    const product = multiply(scalar, element);
    sum = sum === undefined ? product : group(() => sodium.crypto_core_ristretto255_add(sum as Element, product));
  });
  if (sum === undefined) throw invalidInput('pseudonym.batch-empty', 'A batch holds at least one element.');
  return sum;
}

/**
 * The fast path: libsodium's WebAssembly, the same code in the browser, in a worker and in Node. Resolves once the module is
 * compiled; the result may be kept and shared.
 */
export async function loadSodiumRistretto(): Promise<Ristretto> {
  await sodium.ready;
  return {
    name: 'libsodium',
    hash: (message) => sodium.crypto_hash_sha512(message),
    elementFromUniform: (uniform) => group(() => sodium.crypto_core_ristretto255_from_hash(uniform)),
    isElement: (bytes) =>
      bytes.length === ELEMENT_BYTES && !isZero(bytes) && sodium.crypto_core_ristretto255_is_valid_point(bytes),
    add: (a, b) => group(() => sodium.crypto_core_ristretto255_add(a, b)),
    multiply,
    multiplyBase: (scalar) => group(() => sodium.crypto_scalarmult_ristretto255_base(scalar)),
    sumOfProducts,
    reduceScalar: (wide) => sodium.crypto_core_ristretto255_scalar_reduce(wide),
    addScalars: (a, b) => sodium.crypto_core_ristretto255_scalar_add(a, b),
    subtractScalars: (a, b) => sodium.crypto_core_ristretto255_scalar_sub(a, b),
    multiplyScalars: (a, b) => sodium.crypto_core_ristretto255_scalar_mul(a, b),
    invertScalar: (scalar) => group(() => sodium.crypto_core_ristretto255_scalar_invert(scalar)),
  };
}
