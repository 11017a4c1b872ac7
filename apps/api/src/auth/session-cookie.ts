import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_HOURS } from './sessions.js';

/** Over TLS the name itself makes browsers refuse a cookie that another host, path or plain HTTP set (`__Host-`). */
const HOST_PREFIX = '__Host-';
export const SESSION_COOKIE = 'datalab_session';
const UNDER_WAY_COOKIE = 'datalab_sign_in';

const named = (name: string, isSecure: boolean): string => (isSecure ? `${HOST_PREFIX}${name}` : name);

/** A new cookie value; what is stored is only its hash. */
export const newSessionSecret = (): string => randomBytes(32).toString('base64url');

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The hash of the cookie that this request shows, or undefined where it shows none. */
export function sessionHashOf(request: FastifyRequest): string | undefined {
  // The plain name counts only where the platform has no TLS: over TLS a neighbour on the domain could plant it.
  const secret = request.cookies[named(SESSION_COOKIE, isSecure(request))];
  return secret === undefined || secret === '' ? undefined : hashOf(secret);
}

const isSecure = (request: FastifyRequest): boolean => request.server.hasDecorator('isSecure');

const options = (secure: boolean, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge }) as const;

/** Out of the reach of scripts, sent to this site alone, and over TLS wherever the platform is reached by it. */
export function setSessionCookie(reply: FastifyReply, secret: string, secure: boolean): void {
  reply.setCookie(named(SESSION_COOKIE, secure), secret, options(secure, SESSION_HOURS * 3_600));
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(named(SESSION_COOKIE, secure), options(secure, 0));
}

/** What must be remembered until the browser comes back from the identity provider, signed. */
export function setUnderWayCookie(reply: FastifyReply, value: string, secure: boolean): void {
  reply.setCookie(named(UNDER_WAY_COOKIE, secure), value, { ...options(secure, 600), signed: true });
}

/** Undefined where this browser began no sign-in, or too long ago, or somebody altered it. */
export function readUnderWayCookie(request: FastifyRequest, secure: boolean): string | undefined {
  const cookie = request.unsignCookie(request.cookies[named(UNDER_WAY_COOKIE, secure)] ?? '');
  return cookie.valid ? cookie.value : undefined;
}

export function clearUnderWayCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(named(UNDER_WAY_COOKIE, secure), options(secure, 0));
}
