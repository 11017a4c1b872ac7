/**
 * Counts how often a text came by before, for millions of texts: about 24 bytes per distinct one, since only a 53-bit digest is kept. Two
 * texts with one digest (one in millions of millions) would count as the same, which here only makes an ordinal one higher.
 */
export class OccurrenceCounter {
  #keys = new Float64Array(1024);
  #counts = new Uint32Array(1024);
  #used = 0;

  /** 1 for the first time, 2 for the second, … */
  next(text: string): number {
    if (this.#used * 5 > this.#keys.length * 3) this.#grow();
    const at = this.#slot(this.#keys, digest53(text));
    if (this.#counts[at] === 0) this.#used += 1;
    this.#counts[at]! += 1;
    return this.#counts[at]!;
  }

  #slot(keys: Float64Array, key: number): number {
    const mask = keys.length - 1;
    let at = (key % keys.length) & mask;
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & mask;
    keys[at] = key;
    return at;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    const counts = new Uint32Array(keys.length);
    this.#keys.forEach((key, i) => {
      if (key !== 0) counts[this.#slot(keys, key)] = this.#counts[i]!;
    });
    this.#keys = keys;
    this.#counts = counts;
  }
}

/** cyrb53 (bryc, public domain): two 32-bit multiplicative hashes joined to 53 bits. Never 0, which marks an empty slot. */
function digest53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}
