import type { FastifyInstance } from 'fastify';

/** How long a browser may remember the answer, in seconds. */
const REMEMBER = 600;

/**
 * Lets web pages of these origins ask from a browser (CORS), and no other. No cookies are taken: who asks is in the token, so the origin list
 * only keeps other people's pages from trying.
 */
export function allowOrigins(server: FastifyInstance, origins: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined || !origins.includes(origin)) return;
    reply.header('access-control-allow-origin', origin).header('vary', 'origin');
  });
  server.options('/v1/*', async (request, reply) => {
    const { origin } = request.headers;
    if (origin !== undefined && origins.includes(origin))
      reply
        .header('access-control-allow-methods', 'GET, POST')
        .header('access-control-allow-headers', 'authorization, content-type')
        .header('access-control-max-age', String(REMEMBER));
    return reply.code(204).send();
  });
}
