import 'reflect-metadata';
import { pino } from 'pino';
import { readEnv } from './env.js';
import { startWorker } from './worker.js';

const env = readEnv(process.env);
const log = pino({ level: env.LOG_LEVEL });
const worker = await startWorker(env, log);
log.info('the worker is ready');

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    worker.close().then(
      () => process.exit(0),
      (error: Error) => {
        log.error({ err: error }, 'the worker did not stop cleanly');
        process.exit(1);
      },
    );
  });
