import pg from 'pg';
import { migrate, pendingMigrations } from './database/migrate.js';
import { serviceEnv } from './env.js';
import { createLog, errorTrace } from './http/log.js';
import { createKeyService } from './key-service.js';

const env = serviceEnv(process.env);
const log = createLog(env.logLevel);

if (env.ownerUrl !== undefined) {
  const applied = await migrate(env.ownerUrl, env.serviceRole);
  log.info({ event: 'database.migrated', applied });
  // From here on this process is the service role only.
  delete process.env.KEYSERVICE_OWNER_DATABASE_URL;
}

const pool = new pg.Pool({ connectionString: env.databaseUrl, max: 10 });
pool.on('error', (reason) => log.error({ event: 'database.lost', ...errorTrace(reason) }));
const missing = await pendingMigrations(pool);
if (missing.length > 0) {
  log.fatal({ event: 'database.behind', missing });
  process.exit(1);
}

const server = await createKeyService({ ...env, pool, clock: { now: () => new Date() }, log });
const stop = async (signal: string): Promise<void> => {
  log.info({ event: 'service.stopping', signal });
  await server.close();
  await pool.end();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
await server.listen({ host: env.host, port: env.port });
log.info({ event: 'service.listening', holderId: env.holderId, address: server.addresses()[0] });
