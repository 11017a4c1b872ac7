import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { redisUrl, TEST_SEALING_KEY, type TestLab } from '@datalab/testing';

const SCRIPT = fileURLToPath(new URL('../main.ts', import.meta.url));
const LOADER = new URL('../../../../infra/dev/typescript-loader.mjs', import.meta.url).href;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The real worker in a process of its own, over the database and folders of a test lab: a test kills it. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Starts it; it takes work as soon as it is ready. `redis`: number of a Redis database of the test's own. */
  static async start(lab: TestLab, redis: 5): Promise<WorkerProcess> {
    const folder = dirname(lab.uploads.fileOf('any'));
    const env = {
      ...process.env,
      NODE_ENV: 'test',
      LOG_LEVEL: 'fatal',
      WORKER_PORT: String(await freePort()),
      DATABASE_WORKER_URL: lab.database.urls.workerUrl,
      REDIS_URL: redisUrl(redis),
      UPLOAD_DIR: folder,
      SNAPSHOT_DIR: join(folder, 'snapshots'),
      SNAPSHOT_KEY_DIR: join(folder, 'snapshot-keys'),
      SOURCE_KEY_DIR: join(folder, 'source-keys'),
      AUDIT_SIGNING_KEY: 'A'.repeat(43),
      SEALING_PRIVATE_KEY: hex(TEST_SEALING_KEY.privateKey),
      // As the services of the test lab have them.
      WORKER_MASTER_KEY: hex(new Uint8Array(32).fill(7)),
      NOISE_SECRET: hex(new Uint8Array(32).fill(5)),
    };
    return new WorkerProcess(spawn(process.execPath, ['--import', LOADER, SCRIPT], { env, stdio: 'inherit' }));
  }

  /** As a machine that loses its power: nothing is tidied up. Returns when the process is gone. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await gone;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
