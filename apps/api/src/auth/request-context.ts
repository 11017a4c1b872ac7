import type { Actor, AppAbility } from '@datalab/access';
import { SessionRepository, type SignedInPerson } from '@datalab/data';
import type { Clock } from '@datalab/domain';
import { contextFor, type Ctx } from '@datalab/features';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RequestLimits } from '../limits/request-limits.js';
import { ABILITY_OF, CLOCK } from '../tokens.js';
import { BearerTokens } from './bearer-tokens.js';
import { credentialsOf } from './credentials.js';
import { Unauthenticated } from './unauthenticated.js';

export interface SignedInRequest {
  ctx: Ctx;
  person: SignedInPerson;
}

/** Who makes a request: read anew each time, so that a role that was taken away is gone at once. */
@Injectable()
export class RequestContext {
  private readonly admitted = new WeakMap<FastifyRequest, SignedInRequest>();

  constructor(
    private readonly sessions: SessionRepository,
    private readonly limits: RequestLimits,
    private readonly tokens: BearerTokens,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ABILITY_OF) private readonly abilityOf: (actor: Actor) => AppAbility,
  ) {}

  /**
   * Throws Unauthenticated where the session or the token is unknown or over, or its person or program has no place here any more;
   * TooManyRequests where this person or their organisation asks too much.
   */
  async of(request: FastifyRequest): Promise<SignedInRequest> {
    const person = await this.personOf(request);
    await this.limits.countPerson(request, person.actor);
    return { ctx: contextFor(person.actor, request.id, this.clock, this.abilityOf), person };
  }

  private async personOf(request: FastifyRequest): Promise<SignedInPerson> {
    const credentials = credentialsOf(request);
    if (credentials.kind === 'mixed') throw new Unauthenticated('credentials.mixed');
    if (credentials.kind === 'none') throw new Unauthenticated();
    if (credentials.kind === 'bearer') return this.ownerOf(credentials.token);
    const person = await this.sessions.findPerson(credentials.hash, this.clock.now());
    // A program has no browser: a session in its name is not one.
    if (person === undefined || person.clientId !== null) throw new Unauthenticated();
    return person;
  }

  private async ownerOf(token: string): Promise<SignedInPerson> {
    const identity = await this.tokens.verify(token);
    const personId = identity && (await this.sessions.findPersonId(identity));
    const person = personId === undefined ? undefined : await this.sessions.findPersonById(personId);
    // Through another client than the one that was registered, the same subject is not that program.
    if (person === undefined || (person.clientId !== null && person.clientId !== identity?.clientId))
      throw new Unauthenticated('token.not-accepted');
    return person;
  }

  /** Lets a request in: who makes it is known from here on. Throws as `of`. */
  async admit(request: FastifyRequest): Promise<void> {
    this.admitted.set(request, await this.of(request));
  }

  /** Who makes a request that was let in before; anything else is a bug in the wiring, and gets nothing. */
  known(request: FastifyRequest): SignedInRequest {
    const signedIn = this.admitted.get(request);
    if (signedIn === undefined) throw new Unauthenticated();
    return signedIn;
  }
}
