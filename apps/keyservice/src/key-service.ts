import { randomUUID } from 'node:crypto';
import type { Clock } from '@datalab/domain';
import { loadSodiumRistretto } from '@datalab/pseudonym';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Logger } from 'pino';
import { pendingMigrations } from './database/migrate.js';
import { EvaluationService } from './http/evaluation.service.js';
import { allowOrigins } from './http/allowed-origins.js';
import { healthEndpoints } from './http/health-endpoints.js';
import { BODY_LIMIT_BYTES, labEndpoints } from './http/lab-endpoints.js';
import { errorTrace } from './http/log.js';
import { Problem, problemBody, toProblem } from './http/problem.js';
import { Callers } from './tokens/caller.js';

export interface KeyServiceDeps {
  /** Connected as the service role, which can read the lists but not change them. */
  readonly pool: pg.Pool;
  readonly holderId: string;
  readonly audience: string;
  /** Origins of web pages that may ask from a browser. */
  readonly allowedOrigins: readonly string[];
  readonly wrappingKey: Uint8Array;
  readonly clock: Clock;
  readonly log: Logger;
}

const REQUEST_TIMEOUT_MS = 30_000;

/** The HTTP server, ready to listen. Stateless: any number may run over one database. */
export async function createKeyService(deps: KeyServiceDeps): Promise<FastifyInstance> {
  const { pool, holderId, clock, log } = deps;
  const ristretto = await loadSodiumRistretto();
  const server = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Never the caller's own: an id from outside could carry an identifier into the log.
    genReqId: () => randomUUID(),
  });
  // JSON is the one language here; Fastify would read plain text too.
  server.removeContentTypeParser('text/plain');
  const refuse = (problem: Problem, request: FastifyRequest, reply: FastifyReply) =>
    reply.code(problem.status).type('application/problem+json').send(problemBody(problem, request.id));

  server.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) log.error({ event: 'request.failed', requestId: request.id, ...errorTrace(error) });
    return refuse(problem, request, reply);
  });
  server.setNotFoundHandler((request, reply) => refuse(new Problem('keyservice.not-found'), request, reply));
  server.addHook('onSend', async (_, reply) => void reply.header('cache-control', 'no-store'));
  server.addHook('onResponse', async (request, reply) => {
    const { method, url } = request.routeOptions;
    log.info({
      event: 'request.answered',
      requestId: request.id,
      route: url === undefined ? 'none' : `${String(method)} ${url}`,
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });

  allowOrigins(server, deps.allowedOrigins);
  const callers = new Callers(pool, deps.audience, clock);
  const evaluations = new EvaluationService(pool, ristretto, deps.wrappingKey, clock, log);
  labEndpoints(server, { pool, holderId, callers, evaluations });
  healthEndpoints(server, async () => {
    try {
      return (await pendingMigrations(pool)).length === 0;
    } catch (reason) {
      log.warn({ event: 'health.unready', ...errorTrace(reason) });
      return false;
    }
  });
  return server;
}
