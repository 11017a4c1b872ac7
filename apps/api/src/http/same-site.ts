import type { FastifyInstance } from 'fastify';
import { credentialsOf } from '../auth/credentials.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The form of a public page: it asks for no session and changes nothing that is anybody's, so there is nothing to forge. */
const PUBLIC_FORM = /^\/public\/labs\/[^/?]+\/notes(\?|$)/;

/**
 * Refuses a request that changes something unless it carries our own header: another site's form or image cannot set it, and a script of
 * another site is stopped by the browser's preflight. Beside the SameSite cookie, not instead of it. A bearer token, unlike a cookie, is never sent
 * by a browser of its own accord: it shows the will of who sends it.
 */
export function requireOwnHeader(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request, reply) => {
    if (SAFE.has(request.method) || request.headers['x-datalab'] !== undefined) return;
    if (credentialsOf(request).kind === 'bearer' || PUBLIC_FORM.test(request.url)) return;
    await reply.status(403).type('application/problem+json').send({
      title: 'The header x-datalab is missing.',
      status: 403,
      code: 'Forbidden',
      reason: 'csrf',
      requestId: request.id,
    });
  });
}
