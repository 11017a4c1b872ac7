import { kernelMemory, type KernelMemory } from './distance-kernel.js';
import type { Rows } from './standardise.js';

/** Squared distances between the rows and k centres, which move. What it gives is overwritten by the next question. */
export class CentreDistances {
  private readonly memory: KernelMemory;
  /** Of a row in memory: filled up with zeros, which add nothing. */
  private readonly width: number;
  private readonly centres: number;
  private readonly out: number;
  private readonly perCentre: Float64Array;
  private readonly perRow: Float64Array;

  constructor(
    private readonly points: Rows,
    private readonly k: number,
    memoryOf: (length: number) => KernelMemory = kernelMemory,
  ) {
    const { values, rows, columns } = points;
    this.width = Math.ceil(columns / 4) * 4;
    this.centres = rows * this.width;
    this.out = this.centres + k * this.width;
    const longest = Math.max(rows, k);
    this.memory = memoryOf(this.out + longest);
    for (let i = 0; i < rows; i++)
      this.memory.values.set(values.subarray(i * columns, (i + 1) * columns), i * this.width);
    this.perCentre = this.memory.values.subarray(this.out, this.out + k);
    this.perRow = this.memory.values.subarray(this.out, this.out + rows);
  }

  /** Takes centre g from `centres[g * columns …]`. */
  place(g: number, centres: Float64Array): void {
    const { columns } = this.points;
    this.memory.values.set(centres.subarray(g * columns, (g + 1) * columns), this.centres + g * this.width);
  }

  /** From row i to every centre. */
  ofRow(i: number): Float64Array {
    this.memory.kernel(i * this.width, this.centres, this.k, this.width, this.out);
    return this.perCentre;
  }

  /** From centre g to every row. */
  ofCentre(g: number): Float64Array {
    this.memory.kernel(this.centres + g * this.width, 0, this.points.rows, this.width, this.out);
    return this.perRow;
  }
}
