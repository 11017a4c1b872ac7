// The first 32 bits of the fractional parts of the square roots of the first 8 primes, and of the cube roots of the first 64 (FIPS 180-4).
const START = new Uint32Array([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
const PRIMES: readonly number[] = (() => {
  const found: number[] = [];
  for (let n = 2; found.length < 64; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
})();
const K = new Int32Array(PRIMES.map((prime) => Math.floor((Math.cbrt(prime) % 1) * 2 ** 32)));
const BLOCK = 64;
/** The schedule of one block; a digest is never interrupted in the middle of one, so all can use the same. */
const W = new Int32Array(64);

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

/**
 * SHA-256 (FIPS 180-4) over a stream. The browser's own digest wants all bytes at once, in memory, and answers later: here a file of any size passes in
 * pieces, and a hash per row costs no promise. Held to the browser's digest by its spec.
 */
export class Sha256 {
  readonly #state: Uint32Array;
  readonly #rest = new Uint8Array(BLOCK);
  #length: number;

  constructor(from?: Sha256) {
    this.#state = new Uint32Array(from === undefined ? START : from.#state);
    this.#length = from === undefined ? 0 : from.#length;
    if (from !== undefined) this.#rest.set(from.#rest);
  }

  /** A digest that goes on from here by itself. */
  copy(): Sha256 {
    return new Sha256(this);
  }

  update(bytes: Uint8Array): this {
    let at = 0;
    const held = this.#length % BLOCK;
    this.#length += bytes.length;
    if (held > 0) {
      const taken = bytes.subarray(0, BLOCK - held);
      this.#rest.set(taken, held);
      if (held + taken.length < BLOCK) return this;
      this.#compress(this.#rest, 0);
      at = taken.length;
    }
    for (; at + BLOCK <= bytes.length; at += BLOCK) this.#compress(bytes, at);
    this.#rest.set(bytes.subarray(at));
    return this;
  }

  /** Ends the stream. */
  digest(): Uint8Array<ArrayBuffer> {
    const bits = this.#length * 8;
    const zeros = (BLOCK * 2 - 9 - (this.#length % BLOCK)) % BLOCK;
    const tail = new Uint8Array(1 + zeros + 8);
    tail[0] = 0x80;
    writeWord(tail, 1 + zeros, Math.floor(bits / 2 ** 32));
    writeWord(tail, 5 + zeros, bits);
    this.update(tail);
    const out = new Uint8Array(32);
    for (let i = 0; i < 8; i += 1) writeWord(out, i * 4, this.#state[i]!);
    return out;
  }

  #compress(bytes: Uint8Array, at: number): void {
    const w = W;
    for (let i = 0; i < 16; i += 1) {
      const j = at + i * 4;
      w[i] = (bytes[j]! << 24) | (bytes[j + 1]! << 16) | (bytes[j + 2]! << 8) | bytes[j + 3]!;
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16]! + s0 + w[i - 7]! + s1) | 0;
    }
    // Word by word: taking the array apart would cost more than the rounds.
    const state = this.#state;
    let a = state[0]!;
    let b = state[1]!;
    let c = state[2]!;
    let d = state[3]!;
    let e = state[4]!;
    let f = state[5]!;
    let g = state[6]!;
    let h = state[7]!;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = (state[0]! + a) | 0;
    state[1] = (state[1]! + b) | 0;
    state[2] = (state[2]! + c) | 0;
    state[3] = (state[3]! + d) | 0;
    state[4] = (state[4]! + e) | 0;
    state[5] = (state[5]! + f) | 0;
    state[6] = (state[6]! + g) | 0;
    state[7] = (state[7]! + h) | 0;
  }
}
