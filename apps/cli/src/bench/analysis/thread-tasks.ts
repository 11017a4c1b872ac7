import { AREAS_PER_STREAM, designScan, moranLocalPermutations, scanReplicates } from '@datalab/analysis';
import { readAreas, readScan } from './anchor-inputs.js';

/** Some of the pieces of one task: `[first, end)`. */
export interface Pieces {
  readonly first: number;
  readonly end: number;
}

/** Work that can be dealt over threads in pieces. */
export interface ThreadTask {
  readonly name: string;
  readonly pieces: number;
  /** Reads what it needs; what it returns does some of the pieces. */
  readonly prepare: () => Promise<(pieces: Pieces) => void>;
}

const AREAS = 14_000;

export const THREAD_TASKS: readonly ThreadTask[] = [
  {
    name: "two threads, local Moran's I, 4,999 permutations",
    pieces: Math.ceil(AREAS / AREAS_PER_STREAM),
    async prepare() {
      const { rate, neighbours } = await readAreas();
      return ({ first, end }) => {
        moranLocalPermutations(rate, neighbours, {
          permutations: 4999,
          seed: 1,
          firstBlock: first,
          endBlock: end,
        });
      };
    },
  },
  { name: 'two threads, spatial scan, 999 replications', pieces: 999, prepare: () => replicates(false, 1000) },
  { name: 'two threads, space-time scan, 199 replications', pieces: 199, prepare: () => replicates(true, 200) },
];

async function replicates(weekly: boolean, areas: number): Promise<(pieces: Pieces) => void> {
  const design = designScan(await readScan(weekly, areas), { model: 'poisson' });
  return ({ first, end }) => {
    scanReplicates(design, { seed: 1, first, end });
  };
}
