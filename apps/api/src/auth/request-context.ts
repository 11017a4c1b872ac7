import type { Actor, AppAbility } from '@datalab/access';
import type { SignedInPerson } from '@datalab/data';
import type { Clock } from '@datalab/domain';
import { contextFor, type Ctx } from '@datalab/features';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { RequestLimits } from '../limits/request-limits.js';
import { ABILITY_OF, CLOCK } from '../tokens.js';
import { Callers } from './callers.js';
import { credentialsOf, type Credentials } from './credentials.js';
import { Unauthenticated } from './unauthenticated.js';

export interface SignedInRequest {
  ctx: Ctx;
  person: SignedInPerson;
  credentials: Credentials;
}

/** Who makes a request: read anew each time, so that a role that was taken away is gone at once. */
@Injectable()
export class RequestContext {
  private readonly made = new WeakMap<FastifyRequest, SignedInRequest>();
  private readonly admitted = new WeakMap<FastifyRequest, SignedInRequest>();

  constructor(
    private readonly callers: Callers,
    private readonly limits: RequestLimits,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ABILITY_OF) private readonly abilityOf: (actor: Actor) => AppAbility,
  ) {}

  /**
   * Throws Unauthenticated where the session or the token is unknown or over, or its person or program has no place here any more;
   * TooManyRequests where this person or their organisation asks too much.
   */
  async of(request: FastifyRequest): Promise<SignedInRequest> {
    const credentials = credentialsOf(request);
    const person = await this.callers.of(credentials);
    await this.limits.countPerson(request, person.actor);
    const made = { ctx: contextFor(person.actor, request.id, this.clock, this.abilityOf), person, credentials };
    this.made.set(request, made);
    return made;
  }

  /** Who made this request, where that was asked before; undefined where it was not, or nobody is known. Opens no door. */
  madeBy(request: FastifyRequest): SignedInRequest | undefined {
    return this.made.get(request);
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
