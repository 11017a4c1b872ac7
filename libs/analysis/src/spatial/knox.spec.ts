import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { designKnox, knoxPermutations, knoxPValues } from './knox.js';

describe('Knox test', () => {
  it('hand-worked: four events, bounds included, thresholds in any order', () => {
    // Distances: 0–1 1, 0–2 5, 1–2 √18, the fourth far away. Times apart: 0–1 2, 0–2 3, 0–3 0, 1–2 1, 1–3 2, 2–3 3.
    const events = { x: [0, 1, 4, 100], y: [0, 0, 3, 100], t: [0, 2, 3, 0] };
    const { pairs, results } = designKnox(events, { distances: [5, 1], times: [2, 1] });
    expect(pairs).toBe(6);
    const shown = results.map((r) => [r.distance, r.time, r.closeInSpace, r.closeInTime, r.closeInBoth, r.expected]);
    expect(shown).toEqual([
      [5, 2, 3, 4, 2, 2],
      [5, 1, 3, 2, 1, 1],
      [1, 2, 1, 4, 1, 4 / 6],
      [1, 1, 1, 2, 0, 2 / 6],
    ]);
    expect(results[1]!.poissonP).toBeCloseTo(1 - Math.exp(-1), 12);
  });

  const random = randomStream(1);
  const draw = (n: number, most: number) => Float64Array.from({ length: n }, () => random.nextFloat() * most);
  const chance = { x: draw(200, 100), y: draw(200, 100), t: draw(200, 365) };

  it('counts what all pairs give', () => {
    const { results } = designKnox(chance, { distances: [3, 10], times: [7, 30] });
    for (const { distance, time, closeInSpace, closeInTime, closeInBoth } of results) {
      let [space, inTime, both] = [0, 0, 0];
      for (let i = 0; i < 200; i++) {
        for (let j = 0; j < i; j++) {
          const near = Math.hypot(chance.x[i]! - chance.x[j]!, chance.y[i]! - chance.y[j]!) <= distance;
          const soon = Math.abs(chance.t[i]! - chance.t[j]!) <= time;
          space += near ? 1 : 0;
          inTime += soon ? 1 : 0;
          both += near && soon ? 1 : 0;
        }
      }
      expect([closeInSpace, closeInTime, closeInBoth]).toEqual([space, inTime, both]);
    }
  });

  it('gives a small p to planted repeats, and the same permutations in chunks as in one run', () => {
    const x = Float64Array.from(chance.x, (v, k) => (k % 4 === 1 ? chance.x[k - 1]! + 0.5 : v));
    const y = Float64Array.from(chance.y, (v, k) => (k % 4 === 1 ? chance.y[k - 1]! : v));
    const t = Float64Array.from(chance.t, (v, k) => (k % 4 === 1 ? chance.t[k - 1]! + 3 : v));
    const design = designKnox({ x, y, t }, { distances: [2], times: [7] });
    const all = knoxPermutations(design, { seed: 9, end: 99 });
    expect(knoxPValues(design, all)).toEqual([1 / 100]);
    const parts = [
      ...knoxPermutations(design, { seed: 9, end: 40 }),
      ...knoxPermutations(design, { seed: 9, first: 40, end: 99 }),
    ];
    expect(parts).toEqual(all);
    const mean = all.reduce((sum, counts) => sum + counts[0]!, 0) / 99;
    const { expected } = design.results[0]!;
    expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(expected / 99) + 0.1);
  });

  it('handles no and one event, and refuses gaps and negative thresholds', () => {
    for (const n of [0, 1]) {
      const events = { x: draw(n, 1), y: draw(n, 1), t: draw(n, 1) };
      const [result] = designKnox(events, { distances: [1], times: [1] }).results;
      expect([result!.closeInBoth, result!.expected, result!.ratio]).toEqual([0, 0, NaN]);
    }
    expect(() => designKnox({ x: [0], y: [0], t: [NaN] }, { distances: [1], times: [1] })).toThrow(RangeError);
    expect(() => designKnox({ x: [0], y: [0], t: [0] }, { distances: [-1], times: [1] })).toThrow(RangeError);
  });
});
