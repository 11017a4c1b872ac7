import { rmSync } from 'node:fs';
import { TEST_HOME, foldersOf } from '../dev/paths.mjs';
import { developmentSecrets } from '../dev/secrets.mjs';
import { removePostgresData } from '../dev/services/postgres-home.mjs';
import { startPostgres, stopLeftPostgres } from '../dev/services/postgres.mjs';
import { startRedis, stopLeftRedis } from '../dev/services/redis.mjs';
import { findChromium } from './chromium.mjs';
import { startTestPlatform } from './platform.mjs';

/** What tests need besides themselves, started when first asked for and stopped together at the end. */
export class TestBed {
  #stops = [];
  #made = new Map();

  /** @param {{progress: import('../dev/progress.mjs').Progress, signal: AbortSignal}} options */
  constructor({ progress, signal }) {
    this.progress = progress;
    this.signal = signal;
  }

  /** A PostgreSQL and a Redis of the tests' own, empty. @returns {Promise<{adminUrl: string, redisUrl: string}>} */
  services() {
    return this.once('services', async () => {
      const folders = foldersOf(TEST_HOME);
      const secrets = developmentSecrets(folders.secrets);
      await stopLeftRedis(folders.run);
      await stopLeftPostgres(folders.data);
      removePostgresData(folders.data);
      rmSync(folders.data, { recursive: true, force: true });
      foldersOf(TEST_HOME);
      // Nothing here has to survive a power cut.
      const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
      const postgres = await this.progress.step('PostgreSQL', () =>
        startPostgres({ ...folders, password: secrets.postgresPassword, preferredPort: 54429, settings }),
      );
      this.#stops.push(postgres.stop);
      const say = (text) => this.progress.say(text);
      const redis = await this.progress.step('Redis', () =>
        startRedis({ ...folders, password: secrets.redisPassword, preferredPort: 56479, say }),
      );
      this.#stops.push(redis.stop);
      return { adminUrl: postgres.adminUrl, redisUrl: redis.url };
    });
  }

  /** The environment of a complete platform with its demo region. @returns {Promise<Record<string, string>>} */
  platform() {
    return this.once('platform', async () => {
      const platform = await startTestPlatform(await this.services(), this.progress, this.signal);
      this.#stops.push(platform.stop);
      return platform.environment;
    });
  }

  /** @returns {ReturnType<typeof findChromium>} */
  chromium() {
    return this.once('chromium', () => findChromium({ signal: this.signal, say: (text) => this.progress.say(text) }));
  }

  async stop() {
    for (const stop of this.#stops.splice(0).reverse()) await stop();
  }

  /** What `make` gives, made once and given to everybody who asks for this name. */
  once(name, make) {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name);
  }
}
