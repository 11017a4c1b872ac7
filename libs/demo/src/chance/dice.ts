/** Seeded chance: the same seed and label always give the same throws, on every machine that runs the same engine. */
export interface Dice {
  /** Uniform, 0 ≤ value < 1. */
  next(): number;
  /** Uniform, low ≤ value < high. */
  between(low: number, high: number): number;
  /** Uniform integer, 0 ≤ value < bound. */
  below(bound: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Standard normal (Box–Muller). */
  normal(): number;
  /** Poisson count with this mean (≥ 0). */
  poisson(mean: number): number;
  /** A new list in random order (Fisher–Yates). */
  shuffled<T>(items: readonly T[]): T[];
  /** An independent sequence, so that a change in one part of the demo does not reshuffle all others. */
  fork(label: string): Dice;
}

/** FNV-1a over the label, so that forks are told apart by a readable name. */
function hash(text: string, start: number): number {
  let h = (0x811c9dc5 ^ start) >>> 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** The dice of `(seed, label)`: sfc32 (Doty-Humphrey, PractRand), warmed up. The seed is any integer; only its low 32 bits count. */
export function diceOf(seed: number, label = 'demo'): Dice {
  let a = seed | 0;
  let b = hash(label, seed);
  let c = hash(label, ~seed);
  let counter = 1;
  const bits = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 15; i++) bits();
  const next = (): number => bits() / 4294967296;

  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    below: (bound) => Math.floor(next() * bound),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    poisson(mean) {
      // Large means in halves: the product of uniforms would underflow.
      let count = 0;
      let left = mean;
      while (left > 30) {
        count += this.poisson(30);
        left -= 30;
      }
      const limit = Math.exp(-left);
      for (let product = next(); product > limit; product *= next()) count++;
      return count;
    },
    shuffled(items) {
      const list = [...items];
      for (let i = list.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        [list[i], list[j]] = [list[j]!, list[i]!];
      }
      return list;
    },
    fork: (fork) => diceOf(seed, `${label}/${fork}`),
  };
}
