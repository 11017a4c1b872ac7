import cookie from '@fastify/cookie';
import { Database, listen, type Change, type Listening } from '@datalab/data';
import { LoadsService, UploadFolder } from '@datalab/features';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Logger } from 'nestjs-pino';
import { AppModule, type AppParts } from './app.module.js';
import { AttemptLog } from './audit/attempt-log.js';
import { RequestContext } from './auth/request-context.js';
import type { Env } from './env.js';
import { ChangesHub } from './events/changes-hub.js';
import { admitSignedInOnly } from './graphql/admit.js';
import { RequestLimits } from './limits/request-limits.js';
import { requireOwnHeader } from './http/same-site.js';
import { setSecurityHeaders } from './http/security-headers.js';
import { serveWeb } from './http/web-files.js';
import { acceptUploads } from './uploads/uploads.js';

export interface RunningApp {
  app: NestFastifyApplication;
  close(): Promise<void>;
}

/** No question that a screen asks takes a tenth of this; what takes longer is cancelled in the database, not only forgotten here. */
const STATEMENT_TIMEOUT_MS = 15_000;

/** The whole api, ready to listen. `parts`: what a test puts in the place of the real thing. */
export async function createApp(env: Env, parts: Partial<AppParts> = {}): Promise<RunningApp> {
  const database =
    parts.database ??
    (await Database.connect({
      url: env.DATABASE_API_URL,
      name: 'datalab api',
      poolSize: 20,
      statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    }));
  const adapter = new FastifyAdapter({
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    trustProxy: proxiesIn(env),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(env, { ...parts, database }), adapter, {
    bufferLogs: true,
  });
  app.useLogger(app.get(Logger));
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));

  const fastify = adapter.getInstance();
  if (env.PUBLIC_URL.startsWith('https:')) fastify.decorate('isSecure', true);
  await fastify.register(cookie, { secret: env.SESSION_SECRET });
  await setSecurityHeaders(
    fastify as never,
    env.PUBLIC_URL.startsWith('https:'),
    env.KEY_HOLDER_ORIGINS.split(' ').filter((origin) => origin !== ''),
  );
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  await app.get(RequestLimits).install(fastify as never);
  requireOwnHeader(fastify as never);
  admitSignedInOnly(fastify as never, app.get(RequestContext));
  acceptUploads(fastify as never, {
    requests: app.get(RequestContext),
    loads: app.get(LoadsService),
    folder: app.get(UploadFolder),
    attempts: app.get(AttemptLog),
  });
  await serveWeb(fastify as never, env.WEB_DIR);

  const listening = await hearChanges(env, app);
  return {
    app,
    close: async () => {
      await listening.close();
      await app.close();
      await app.get(RequestLimits).close();
    },
  };
}

/** Whoever is not named here cannot pass off an address as its client's: rate limits would count the wrong one. */
const proxiesIn = ({ TRUST_PROXY }: Env): string[] | false => {
  const proxies = TRUST_PROXY.split(',').map((one) => one.trim());
  return proxies.some((one) => one !== '') ? proxies.filter((one) => one !== '') : false;
};

function hearChanges(env: Env, app: NestFastifyApplication): Promise<Listening> {
  const hub = app.get(ChangesHub);
  const log = app.get(Logger);
  return listen(
    env.DATABASE_API_URL,
    'changes',
    (payload) => hub.publish(JSON.parse(payload) as Change),
    (reason) => log.warn({ reason }, 'changes may have been missed; the screens ask again by themselves'),
  );
}
