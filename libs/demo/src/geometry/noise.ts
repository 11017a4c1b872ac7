import type { Dice } from '../chance/dice.js';

/**
 * Smooth noise in two dimensions, −1 … 1: random values on a square lattice, blended with a smoothstep. It bends borders so that
 * they look grown and not ruled; a longer wave bends more gently.
 */
export function smoothNoise(dice: Dice, waveMetres: number): (x: number, y: number) => number {
  const size = 64;
  const values = Float64Array.from({ length: size * size }, () => dice.between(-1, 1));
  const at = (column: number, row: number): number =>
    values[(((row % size) + size) % size) * size + (((column % size) + size) % size)]!;
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const column = Math.floor(x / waveMetres);
    const row = Math.floor(y / waveMetres);
    const u = ease(x / waveMetres - column);
    const v = ease(y / waveMetres - row);
    const south = at(column, row) * (1 - u) + at(column + 1, row) * u;
    const north = at(column, row + 1) * (1 - u) + at(column + 1, row + 1) * u;
    return south * (1 - v) + north * v;
  };
}
