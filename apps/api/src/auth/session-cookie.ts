import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'datalab_session';
export const SESSION_HOURS = 10;

/** A new cookie value; what is stored is only its hash. */
export const newSessionSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The hash of the cookie that this request shows, or undefined where it shows none. */
export function sessionHashOf(request: FastifyRequest): string | undefined {
  const secret = request.cookies[SESSION_COOKIE];
  return secret === undefined || secret === '' ? undefined : hashOf(secret);
}

/** Out of the reach of scripts, sent to this site alone, and over TLS wherever the platform is reached by it. */
export function setSessionCookie(reply: FastifyReply, secret: string, isSecure: boolean): void {
  reply.setCookie(SESSION_COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: SESSION_HOURS * 3_600,
  });
}
