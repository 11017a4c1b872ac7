import { isMainThread } from 'node:worker_threads';

/**
 * Preloaded into every process that `npm start` and `npm test` start: when the runner is killed without a chance to stop its
 * parts (kill -9, a closed laptop), they must not stay behind and go on working on the database.
 */
const parent = process.ppid;
// Worker threads preload this too, but it is the process that has a parent.
if (isMainThread) {
  const every = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(every);
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  }, 1000);
  every.unref();
}
