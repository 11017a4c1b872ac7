import { parentPort } from 'node:worker_threads';
import { moranLocalPermutations } from '@datalab/analysis';
import { readAreas } from './anchor-tasks.js';
import type { ThreadPart } from './time-threads.js';

/** A worker thread of the bench: reads the areas, warms up, says so, and then answers each part that it is sent. */
const { rate, neighbours } = await readAreas();
moranLocalPermutations(rate, neighbours, { permutations: 199, seed: 1 });
parentPort!.on('message', (part: ThreadPart) => {
  moranLocalPermutations(rate, neighbours, { ...part, seed: 1 });
  parentPort!.postMessage('done');
});
parentPort!.postMessage('ready');
