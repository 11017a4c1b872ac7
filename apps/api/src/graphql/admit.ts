import type { FastifyInstance } from 'fastify';
import type { RequestContext } from '../auth/request-context.js';
import { answerTo } from '../http/error-answer.js';
import { TooManyRequests } from '../limits/too-many-requests.js';

/** Stands at the door of GraphQL: who is not signed in reaches no resolver, and hears so in the form that GraphQL clients read. */
export function admitSignedInOnly(fastify: FastifyInstance, requests: RequestContext): void {
  fastify.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql') return;
    try {
      await requests.admit(request);
    } catch (error) {
      const { status, code, reason, message, places } = answerTo(error);
      if (error instanceof TooManyRequests) reply.header('retry-after', error.retryAfterSeconds);
      if (status >= 500) request.log.error({ err: error }, 'signing in could not be checked');
      const extensions = { code, reason, places, requestId: request.id };
      await reply.status(status).send({ data: null, errors: [{ message, extensions }] });
    }
  });
}
