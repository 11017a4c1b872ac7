import { writeSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

/** Longer than any file of a sweep may take; the servers of its second half take seconds to start. */
const PATIENCE_MS = 120_000;

let last = 'nothing yet';
const watch = (): NodeJS.Timeout =>
  setTimeout(() => {
    // The thread that hangs can no longer say or end anything itself.
    writeSync(1, `hangs: ${last}\n0 passed, 1 failed\n`);
    process.kill(process.pid, 'SIGKILL');
  }, PATIENCE_MS);
let timer = watch();
parentPort!.on('message', (text: string) => {
  last = text;
  clearTimeout(timer);
  timer = watch();
});
