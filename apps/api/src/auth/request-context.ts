import { SessionRepository, type SessionPerson } from '@datalab/data';
import type { Clock } from '@datalab/domain';
import { contextFor, type Ctx } from '@datalab/features';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CLOCK } from '../tokens.js';
import { sessionHashOf } from './session-cookie.js';
import { Unauthenticated } from './unauthenticated.js';

export interface SignedInRequest {
  ctx: Ctx;
  person: SessionPerson;
}

/** Who makes a request: read anew each time, so that a role that was taken away is gone at once. */
@Injectable()
export class RequestContext {
  constructor(
    private readonly sessions: SessionRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws Unauthenticated where the session is unknown or over. */
  async of(request: FastifyRequest): Promise<SignedInRequest> {
    const hash = sessionHashOf(request);
    const person = hash === undefined ? undefined : await this.sessions.findPerson(hash, this.clock.now());
    if (person === undefined) throw new Unauthenticated();
    return { ctx: contextFor(person.actor, request.id, this.clock), person };
  }
}
