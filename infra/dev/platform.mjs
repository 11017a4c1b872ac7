import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoSource } from './demo-source.mjs';
import { PREFERRED_PORTS, environmentFor, environmentOf, externalParts, withoutOwner } from './environment.mjs';
import { holderCount, keyHoldersOf, registerKeyHolders } from './key-services.mjs';
import { startPart, typescriptArguments, waitUntilHealthy, watchServer, TYPESCRIPT_ENV } from './part.mjs';
import { ROOT, foldersOf } from './paths.mjs';
import { choosePort } from './ports.mjs';
import { processMark } from './process-mark.mjs';
import { runCommand } from './run-command.mjs';
import { forgetRunningPlatform, stopLeftParts, writeRunningPlatform } from './running-platform.mjs';
import { developmentSecrets, refuseProduction } from './secrets.mjs';
import { startPostgres } from './services/postgres.mjs';
import { provisionKeyService } from './services/provision-key-service.mjs';
import { provisionDatabase } from './services/provision.mjs';
import { startRedis } from './services/redis.mjs';
import { buildWeb } from './web-build.mjs';

/**
 * Starts a whole platform in one home: PostgreSQL, Redis, identity provider, key service, api, worker, the built web and the demo region.
 * When it throws, what it had started is stopped again.
 *
 * @param {object} options
 * @param {string} options.home folder for all that is kept and made
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {AbortSignal} options.signal ends a start that is under way
 * @param {Record<string, string | undefined>} [options.env] parts of others (DATABASE_URL …) are taken from here
 * @param {Record<string, number>} [options.preferredPorts]
 * @param {{adminUrl: string, redisUrl: string}} [options.services] servers that run already; they are not stopped either
 * @param {string} [options.database] name of the database
 * @param {'whole' | 'installed'} [options.demo] `installed`: its lab is there, and nobody has said or delivered anything yet
 * @returns {Promise<{url: string, environment: Record<string, string>, died: Promise<string>, stop: () => Promise<void>}>}
 *   `died` resolves, in words, when a part ends by itself
 */
export async function startPlatform({
  home,
  progress,
  signal,
  env = process.env,
  preferredPorts = PREFERRED_PORTS,
  services,
  database = 'datalab',
  demo = 'whole',
}) {
  refuseProduction('This runner, its identity provider and its generated secrets');
  const external = externalParts(env);
  if (external.database && !external.keyDatabase)
    throw new Error(
      'DATABASE_URL is set: set KEYSERVICE_DATABASE_URL and KEYSERVICE_OWNER_DATABASE_URL too (see docs/operations.md)',
    );
  const folders = foldersOf(home);
  const secrets = developmentSecrets(folders.secrets);
  const identityPortFile = join(folders.data, 'identity-port');
  const running = { runner: processMark(process.pid), parts: [] };
  const stops = [];
  const deaths = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
    forgetRunningPlatform(folders.run);
  };

  const left = await stopLeftParts(folders.run);
  if (left.length > 0) progress.say(`stopped what an earlier run left behind: ${left.join(', ')}`);
  writeRunningPlatform(folders.run, running);

  const service = async (name, start) => {
    signal.throwIfAborted();
    return progress.step(name, async (say) => {
      const started = await start();
      const watch = watchServer(name, started.pid, started.logFile);
      stops.push(async () => {
        watch.forget();
        await started.stop();
      });
      deaths.push(watch.died);
      started.notes.forEach(say);
      return started;
    });
  };
  const part = (name, script, healthUrl, environment) =>
    progress.step(name, async () => {
      signal.throwIfAborted();
      const started = startPart({ name, script, env: environment, logFile: join(folders.logs, `${name}.log`) });
      stops.push(() => started.stop());
      deaths.push(started.died);
      running.parts.push({ name, pid: started.pid, mark: started.mark });
      writeRunningPlatform(folders.run, running);
      await waitUntilHealthy(started, healthUrl, signal);
    });

  try {
    const adminUrl = external.database === undefined ? await ownServer() : undefined;
    const databaseUrls = external.database ?? (await ownDatabase(adminUrl));
    const keyDatabases = external.keyDatabase ?? (await ownKeyDatabases(adminUrl));
    const redisUrl = external.redisUrl ?? services?.redisUrl ?? (await ownRedis());
    const ports = await choosePorts(preferredPorts, env);
    const issuer = external.issuer ?? `http://localhost:${ports.identity}`;
    const environment = environmentOf({ folders, secrets, database: databaseUrls, redisUrl, issuer, ports }, env);
    for (const folder of [environment.SNAPSHOT_DIR, environment.UPLOAD_DIR]) mkdirSync(folder, { recursive: true });
    const served = withoutOwner(environment);
    const url = environment.PUBLIC_URL;
    const holders = keyHoldersOf({
      ports: ports.keyservices,
      databases: keyDatabases,
      secrets,
      publicUrl: url,
      outer: env,
    });

    await progress.step('migrations', () => command(['migrate'], environment));
    const workerUrl = `http://localhost:${ports.worker}/health/ready`;
    // In the order in which they must not stop: the last one started is the first one stopped.
    const serving = await Promise.allSettled([
      external.issuer ||
        part(
          'identity-provider',
          'infra/dev/identity-provider/main.ts',
          `${issuer}/.well-known/openid-configuration`,
          environmentFor('identity-provider', served),
        ),
      ...holders.map(startKeyService),
      part('worker', 'apps/worker/src/main.ts', workerUrl, {
        ...environmentFor('worker', served),
        AUDIT_SIGNING_KEY: environment.AUDIT_SIGNING_KEY,
      }),
      progress
        .step('web', async (say) => say((await buildWeb(signal)) ? 'built anew' : 'unchanged since the last build'))
        // The api serves what was built, and refuses to start without.
        .then(() =>
          part(
            'api',
            'apps/api/src/main.ts',
            `http://localhost:${ports.api}/health/ready`,
            environmentFor('api', served),
          ),
        ),
    ]);
    for (const { status, reason } of serving) if (status === 'rejected') throw reason;
    const died = Promise.race(deaths);
    await progress.step('demo region', (say) => makeDemo(environmentFor('cli', environment), holders, died, say));
    writeRunningPlatform(folders.run, { ...running, url, environment: environmentFor('cli', environment) });
    return { url, environment, holders, died, stop };
  } catch (error) {
    await stop();
    throw error;
  }

  async function ownServer() {
    return (
      services?.adminUrl ??
      (
        await service('PostgreSQL', () =>
          startPostgres({ ...folders, password: secrets.postgresPassword, preferredPort: preferredPorts.postgres }),
        )
      ).adminUrl
    );
  }

  function ownDatabase(adminUrl) {
    const { ownerPassword: owner, operatorPassword: operator, auditorPassword: auditor } = secrets;
    const { apiPassword: api, workerPassword: worker } = secrets;
    return provisionDatabase({ adminUrl, database, passwords: { owner, operator, auditor, api, worker } });
  }

  function ownKeyDatabases(adminUrl) {
    return Promise.all(
      Array.from({ length: holderCount(env) }, (_, i) =>
        provisionKeyService({
          adminUrl,
          database: `${database}_keys_${i + 1}`,
          passwords: {
            owner: secrets[`keyserviceOwnerPassword${i + 1}`],
            service: secrets[`keyserviceServicePassword${i + 1}`],
          },
        }),
      ),
    );
  }

  /** Migrates as its operator would, then serves as a role that cannot change its lists. */
  async function startKeyService(holder, i) {
    await operate(holder, ['migrate']);
    const name = `key-service${i === 0 ? '' : `-${i + 1}`}`;
    await part(name, 'apps/keyservice/src/main.ts', `${holder.url}/health/ready`, holder.service);
  }

  async function ownRedis() {
    const say = (text) => progress.say(text);
    const options = { ...folders, password: secrets.redisPassword, preferredPort: preferredPorts.redis, say };
    return (await service('Redis', () => startRedis(options))).url;
  }

  async function choosePorts(preferred, outer) {
    const taken = new Set();
    const ports = {};
    for (const name of ['api', 'identity', 'worker']) {
      if (name === 'api' && outer.PORT) {
        ports.api = Number(outer.PORT);
        continue;
      }
      const wanted = name === 'identity' ? rememberedIdentityPort(preferred.identity) : preferred[name];
      ports[name] = await choosePort(wanted, { taken });
      if (ports[name] !== wanted) progress.say(`port ${wanted} is taken: ${name} uses ${ports[name]}`);
      taken.add(ports[name]);
    }
    ports.keyservices = [];
    for (let i = 0; i < holderCount(outer); i += 1) {
      const port = await choosePort(preferred.keyservice + i, { taken });
      taken.add(port);
      ports.keyservices.push(port);
    }
    writeFileSync(identityPortFile, String(ports.identity));
    return ports;
  }

  /** People are known by issuer and subject, and the port is part of the issuer: with these data it stays, if it can. */
  function rememberedIdentityPort(otherwise) {
    return existsSync(identityPortFile) ? Number(readFileSync(identityPortFile, 'utf8')) : otherwise;
  }

  /** A part that dies meanwhile is the news; the demo would only say that somebody does not answer. */
  async function makeDemo(environment, holders, died, say) {
    const made = join(folders.data, 'demo-made');
    const from = demoSource(environment, holders);
    if (existsSync(made) && existsSync(environment.IDP_ACCOUNTS_FILE) && readFileSync(made, 'utf8') === from) {
      return say('as it was');
    }
    const abort = new AbortController();
    let death;
    void died.then((words) => abort.abort((death = new Error(words))));
    try {
      const until = AbortSignal.any([signal, abort.signal]);
      const tell = (line) => progress.say(line);
      await command(['demo', 'install'], environment, tell, until);
      await registerKeyHolders({
        holders,
        folder: folders.data,
        callerTokenKey: secrets.callerTokenKey,
        datalab: (args) => command(args, environment, undefined, until),
        operate: (holder, args) => operate(holder, args, until),
      });
      if (demo === 'installed') return;
      await command(['demo'], environment, tell, until);
    } catch (error) {
      throw death ?? error;
    }
    writeFileSync(made, from);
  }

  /** A command of the operator of a key service: another person than the platform's, with an environment of their own. */
  async function operate(holder, args, until = signal) {
    const script = typescriptArguments('apps/keyservice/src/operator.ts', args);
    const env = { ...holder.operator, ...TYPESCRIPT_ENV };
    const { code, output } = await runCommand(process.execPath, script, { cwd: ROOT, env, signal: until });
    if (code !== 0) throw new Error(`${holder.holderId}: ${args.join(' ')} ended with exit code ${code}:\n${output}`);
    return output;
  }

  async function command(args, environment, onLine, until = signal) {
    const { code, output } = await runCommand(process.execPath, typescriptArguments('apps/cli/src/main.ts', args), {
      cwd: ROOT,
      env: { ...environment, ...TYPESCRIPT_ENV },
      signal: until,
      onLine,
    });
    writeFileSync(join(folders.logs, `${args[0]}.log`), output);
    if (code !== 0) throw new Error(`datalab ${args.join(' ')} ended with exit code ${code}:\n${output}`);
  }
}
