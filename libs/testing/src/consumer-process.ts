import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./consumer-process.main.ts', import.meta.url));
const LOADER = new URL('../../../infra/dev/typescript-loader.mjs', import.meta.url).href;

/** What the process is told, by its environment. */
export interface ConsumerProcessOptions {
  databaseUrl: string;
  redisUrl: string;
  /** After how long without a word another takes over its work. */
  silenceMs: number;
}

/** A worker process of its own that begins every mark it is given and never ends one: a test kills it. */
export class ConsumerProcess {
  private constructor(private readonly child: ChildProcess) {}

  static start({ databaseUrl, redisUrl, silenceMs }: ConsumerProcessOptions): ConsumerProcess {
    const env = {
      ...process.env,
      TEST_CONSUMER_DATABASE_URL: databaseUrl,
      TEST_CONSUMER_REDIS_URL: redisUrl,
      TEST_CONSUMER_SILENCE_MS: String(silenceMs),
    };
    return new ConsumerProcess(spawn(process.execPath, ['--import', LOADER, SCRIPT], { env, stdio: 'inherit' }));
  }

  /** As a machine that loses its power: nothing is tidied up. Returns when the process is gone. */
  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGKILL');
      await gone;
    }
  }
}
