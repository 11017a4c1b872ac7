import { parentPort, workerData } from 'node:worker_threads';
import { findMethod } from '../registry.js';
import type { PartOrder, ThreadAnswer, ThreadStart } from './thread-message.js';

/** What runs in a thread: the arithmetic of one method over the data that it was started with, part after part, until it is ended from outside. */
const { method: name, data, params, seed } = workerData as ThreadStart;
const method = findMethod(name);
const answer = (message: ThreadAnswer): void => parentPort!.postMessage(message);

if (method === undefined) answer({ kind: 'failed', message: `there is no method ${name}` });
else {
  parentPort!.on('message', ({ part }: PartOrder) => {
    answer({ kind: 'part', part, value: method.run(data, params, part, seed) });
  });
  answer({ kind: 'ready' });
}
