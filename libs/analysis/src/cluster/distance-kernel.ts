import { DISTANCE_MODULE } from './distance-module.js';

/**
 * Squared Euclidean distances from one point to many, the inner loop of k-means, for values that lie in one buffer: point, rows and outcome are
 * given by the place of their first value. `width`, the values of a row, is a multiple of 4. Sums run over four values apart, in both forms: they
 * give the same bits.
 */
export type DistanceKernel = (point: number, rows: number, count: number, width: number, out: number) => void;

/** A buffer of zeros and the kernel over it. */
export interface KernelMemory {
  readonly values: Float64Array;
  readonly kernel: DistanceKernel;
}

/** For fewer it is not worth it: a memory takes gigabytes of addresses, and longer to come by than the distances take. */
const LEAST_VALUES = 50_000;

/** The kernel in WebAssembly where it can be had (3.5 times as fast: V8 computes one value at a time, this two) and pays, else in JavaScript. */
export function kernelMemory(length: number): KernelMemory {
  return (length < LEAST_VALUES ? undefined : inWebAssembly(length)) ?? inJavaScript(length);
}

export function inJavaScript(length: number): KernelMemory {
  const values = new Float64Array(length);
  const kernel: DistanceKernel = (point, rows, count, width, out) => {
    for (let row = rows, i = 0; i < count; i++) {
      let [a0, a1, b0, b1] = [0, 0, 0, 0];
      for (let at = point; at < point + width; at += 4, row += 4) {
        const c0 = values[at]! - values[row]!;
        const c1 = values[at + 1]! - values[row + 1]!;
        const d0 = values[at + 2]! - values[row + 2]!;
        const d1 = values[at + 3]! - values[row + 3]!;
        a0 += c0 * c0;
        a1 += c1 * c1;
        b0 += d0 * d0;
        b1 += d1 * d1;
      }
      values[out + i] = a0 + b0 + (a1 + b1);
    }
  };
  return { values, kernel };
}

/** What is used of it; the libraries of the web and of Node declare it each in their own way, and a pure library has neither. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
      readonly Instance: new (module: object, imports: object) => { readonly exports: { distances: DistanceKernel } };
    }
  | undefined;

const PAGE_BYTES = 65_536;
/** Larger is left to JavaScript: addresses are 32 bits. */
const MOST_BYTES = 2 ** 30;
let compiled: object | undefined;

/** Undefined where there is no WebAssembly with 128-bit instructions, or no memory for it. */
export function inWebAssembly(length: number): KernelMemory | undefined {
  if (typeof WebAssembly === 'undefined' || length * 8 > MOST_BYTES) return undefined;
  try {
    compiled ??= new WebAssembly.Module(DISTANCE_MODULE);
    const memory = new WebAssembly.Memory({ initial: Math.ceil((length * 8) / PAGE_BYTES) });
    const { distances } = new WebAssembly.Instance(compiled, { of: { memory } }).exports;
    return {
      values: new Float64Array(memory.buffer, 0, length),
      kernel: (point, rows, count, width, out) => distances(point * 8, rows * 8, count, width * 8, out * 8),
    };
  } catch {
    // A page that forbids it, an engine without it, an address space that is full: the other form gives the same numbers.
    return undefined;
  }
}
