import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long what is public may be kept before it is asked for again, and shown while that happens. */
const CACHE = 'public, max-age=60, stale-while-revalidate=600';

/** Answers with what everybody may keep: under the digest of its bytes, and with nothing at all for who has these already. */
export async function sendCached(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, file }: { type: string; body: string; file?: string },
): Promise<void> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', etag).header('cache-control', CACHE);
  if (request.headers['if-none-match'] === etag) return void (await reply.status(304).send());
  if (file !== undefined) reply.header('content-disposition', `attachment; filename="${file}"`);
  await reply.type(`${type}; charset=utf-8`).send(body);
}
