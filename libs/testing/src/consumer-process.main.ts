import { Database, OutboxRepository } from '@datalab/data';
import { connectRedis, handlerFor, JobConsumer } from '@datalab/queue';
import { markJob } from './test-work.js';

const env = (name: string): string => process.env[`TEST_CONSUMER_${name}`]!;
const complain = (_: object, message: string): void => void process.stderr.write(`consumer process: ${message}\n`);

const database = await Database.connect({ url: env('DATABASE_URL'), name: 'consumer process', poolSize: 2 });
new JobConsumer(
  connectRedis(env('REDIS_URL'), (error) => complain(error, error.message)),
  [
    handlerFor(markJob, async ({ n }, { workId }) => {
      await database.inTransaction({}, (tx) => tx.query('insert into mark values ($1, $2, $3)', [n, workId, 'began']));
      await new Promise(() => undefined);
    }),
  ],
  [markJob],
  new OutboxRepository(database),
  { info: () => undefined, error: complain },
  { silenceMs: Number(env('SILENCE_MS')) },
);
