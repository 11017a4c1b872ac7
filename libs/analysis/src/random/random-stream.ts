/** A sequence of random numbers that is fully determined by its seed and index. */
export interface RandomStream {
  /** Next 32 random bits as an unsigned integer, 0 ≤ value < 2³². */
  nextUint32(): number;
  /** Uniform with 53 random bits, 0 ≤ value < 1. */
  nextFloat(): number;
  /** Uniform integer 0 ≤ value < bound without bias; 1 ≤ bound ≤ 2³². */
  nextBelow(bound: number): number;
}

// Taken out of Math once: the look-up is slow where code runs in a sandbox, and these run for every draw.
const { floor, imul } = Math;

/** Up to this bound a 32-bit word times the bound is exact in a double. */
const EXACT_PRODUCT = 2 ** 21;

/** SplitMix32 spreads a seed that differs in one bit over all bits of the state. */
function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state ^ (state >>> 16);
    z = imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = imul(z, 0x735a2d97);
    return z ^ (z >>> 15);
  };
}

/** Mixes all bits of a safe integer (low and high word apart) into one 32-bit word. */
function foldInteger(value: number, salt: number): number {
  const low = value >>> 0;
  const high = floor(value / 4294967296) >>> 0;
  const mix = splitMix32(low ^ salt);
  mix();
  return splitMix32(mix() ^ imul(high, 0x85ebca6b) ^ salt)();
}

/**
 * The random stream that belongs to `(seed, index)`: xoshiro128** (Blackman & Vigna 2018), its 128 bits of state filled from
 * seed and index by SplitMix. Give each permutation, area or chain its own index: the result then does not depend on how
 * the work was divided over threads. Seed and index are integers, 0 ≤ value ≤ 2⁵³ − 1; throws RangeError otherwise.
 * For statistics only; it keeps no secrets.
 */
export function randomStream(seed: number, index = 0): RandomStream {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed must be an integer from 0, got ${seed}`);
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`index must be an integer from 0, got ${index}`);
  const fill = splitMix32(foldInteger(seed, 0x2545f491));
  const fillIndex = splitMix32(foldInteger(index, 0x6a09e667) ^ foldInteger(seed, 0x3c6ef372));
  let a = fill() ^ fillIndex();
  let b = fill() ^ fillIndex();
  let c = fill() ^ fillIndex();
  let d = (fill() ^ fillIndex()) | 1; // never all zero: the one state that xoshiro cannot leave

  function nextUint32(): number {
    const scaled = imul(b, 5);
    const result = imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  }

  return {
    nextUint32,
    nextFloat: () =>
      (nextUint32() >>> 5) * 1.1102230246251565e-16 * 67108864 + (nextUint32() >>> 6) * 1.1102230246251565e-16,
    nextBelow(bound) {
      // The high word of value × bound (Lemire 2019): no division, which takes most of the time of a permutation. The few low
      // words under 2³² mod bound are drawn again, so that every result is equally likely.
      if (bound <= EXACT_PRODUCT) {
        let product = nextUint32() * bound;
        let high = floor(product * 2.3283064365386963e-10);
        let low = product - high * 4294967296;
        if (low < bound) {
          const again = 4294967296 % bound;
          while (low < again) {
            product = nextUint32() * bound;
            high = floor(product * 2.3283064365386963e-10);
            low = product - high * 4294967296;
          }
        }
        return high;
      }
      const limit = 4294967296 - (4294967296 % bound);
      let value = nextUint32();
      while (value >= limit) value = nextUint32();
      return value % bound;
    },
  };
}
