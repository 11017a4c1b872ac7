import type { FastifyInstance } from 'fastify';

/** `GET /health/live`: the process answers. `GET /health/ready`: it can evaluate (database reached, schema current); 503 otherwise. */
export function healthEndpoints(server: FastifyInstance, isReady: () => Promise<boolean>): void {
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable' });
  });
}
