import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const NOT_PAGES = /^\/(graphql|v1|auth|health|schema|assets|public|\.well-known)(\/|$)/;

/**
 * Serves the built web from the same origin as the api, so that the session cookie needs no other site. A path that is no file is a page of
 * the web and gets its index; a path of the api, or of a built file, that is not there stays a 404.
 */
export async function serveWeb(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error('the web is not built: there is no index.html in WEB_DIR');
  await fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    setHeaders: (reply, path) => {
      // Names of built files carry a hash of their content; the index names them and must be asked for anew.
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', async (request, reply) => {
    if (!NOT_PAGES.test(request.url)) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply
      .status(404)
      .type('application/problem+json')
      .send({ title: 'There is nothing here.', status: 404, code: 'NotFound', reason: 'path', requestId: request.id });
  });
}
