import { parentPort, workerData } from 'node:worker_threads';
import { THREAD_TASKS, type Pieces } from './thread-tasks.js';

/** A worker thread of the bench: prepares the task of the name that it is given, warms up, says so, and then does each part that it is sent. */
const task = THREAD_TASKS.find(({ name }) => name === workerData)!;
const work = await task.prepare();
work({ first: 0, end: Math.ceil(task.pieces / 20) });
parentPort!.on('message', (pieces: Pieces) => {
  work(pieces);
  parentPort!.postMessage('done');
});
parentPort!.postMessage('ready');
