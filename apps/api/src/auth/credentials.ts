import type { FastifyRequest } from 'fastify';
import { sessionHashOf } from './session-cookie.js';

/** By what a request makes itself known. A browser has a cookie, a program a token; a request with both is neither. */
export type Credentials =
  { kind: 'none' } | { kind: 'mixed' } | { kind: 'session'; hash: string } | { kind: 'bearer'; token: string };

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i;

export function credentialsOf(request: FastifyRequest): Credentials {
  const hash = sessionHashOf(request);
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (hash !== undefined && token !== undefined) return { kind: 'mixed' };
  if (token !== undefined) return { kind: 'bearer', token };
  return hash === undefined ? { kind: 'none' } : { kind: 'session', hash };
}
