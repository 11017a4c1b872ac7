import rateLimit from '@fastify/rate-limit';
import type { Actor } from '@datalab/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import type { Env } from '../env.js';
import { answerTo } from '../http/error-answer.js';
import { TooManyRequests } from './too-many-requests.js';

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;
type LimitEnv = Pick<
  Env,
  'NODE_ENV' | 'REDIS_URL' | 'LIMIT_PERSON_PER_MINUTE' | 'LIMIT_ORGANISATION_PER_MINUTE' | 'LIMIT_SIGN_IN_PER_MINUTE'
>;

const MINUTE = 60_000;
const SIGN_INS_PER_MINUTE = 30;
/** The demo and the stories sign everybody in from one address. */
const SIGN_INS_PER_MINUTE_WHEN_DEVELOPING = 3_000;
/** Notes that one address of the network may leave in ten minutes: the people of one house, not a machine. */
const NOTES_PER_TEN_MINUTES = 5;
/** The stories and the access matrix are many citizens at one address. */
const NOTES_WHEN_DEVELOPING = 500;
/** What is asked without being signed in, and what tries a secret: guessing is what the limit is for. */
const DOORS = /^\/(auth|oauth|v1\/(invitations?|tokens?))(\/|\?|$)/;

/**
 * How much may be asked: by one person, by all of one organisation together, and by one address of the network at the doors that need no
 * session. Counted in Redis where there is one, so that several processes count together. A Redis that is out of reach lets requests
 * through: it must not be able to stop the platform.
 */
export class RequestLimits {
  private readonly redis: Redis | undefined;
  private person: Limiter | undefined;
  private organisation: Limiter | undefined;
  private note: Limiter | undefined;
  private readonly keys = new WeakMap<FastifyRequest, Actor>();

  constructor(private readonly env: LimitEnv) {
    if (env.REDIS_URL !== undefined)
      this.redis = new Redis(env.REDIS_URL, {
        lazyConnect: true,
        enableOfflineQueue: false,
        maxRetriesPerRequest: 1,
        commandTimeout: 500,
      });
  }

  /** Puts the limits on this server; before the routes are declared. */
  async install(fastify: FastifyInstance): Promise<void> {
    this.redis?.on('error', (error) => fastify.log.warn({ reason: error.message }, 'requests are not counted'));
    await this.redis?.connect().catch(() => undefined); // Said by the listener above; it tries again by itself.
    await fastify.register(rateLimit, {
      global: false,
      skipOnError: true,
      nameSpace: 'datalab-limit-',
      ...(this.redis && { redis: this.redis }),
    });
    const { LIMIT_PERSON_PER_MINUTE, LIMIT_ORGANISATION_PER_MINUTE } = this.env;
    const limiter = (max: number, key: (actor: Actor) => string): Limiter =>
      fastify.createRateLimit({
        max,
        timeWindow: MINUTE,
        keyGenerator: (request) => key(this.keys.get(request as FastifyRequest)!),
      });
    this.person = limiter(LIMIT_PERSON_PER_MINUTE, ({ personId }) => `person ${personId}`);
    this.organisation = limiter(
      LIMIT_ORGANISATION_PER_MINUTE,
      ({ organisationId }) => `organisation ${organisationId}`,
    );
    this.note = fastify.createRateLimit({
      max: this.env.NODE_ENV === 'production' ? NOTES_PER_TEN_MINUTES : NOTES_WHEN_DEVELOPING,
      timeWindow: 10 * MINUTE,
      keyGenerator: (request) => `note ${request.ip}`,
    });
    this.guardDoors(fastify);
  }

  /** Counts one request of somebody who is signed in. Throws TooManyRequests. */
  async countPerson(request: FastifyRequest, actor: Actor): Promise<void> {
    this.keys.set(request, actor);
    await enforce(this.person, request, 'limit.person');
    await enforce(this.organisation, request, 'limit.organisation');
  }

  /** Counts one note of somebody who is nobody, by their address, which is kept nowhere else. Throws TooManyRequests. */
  async countNote(request: FastifyRequest): Promise<void> {
    await enforce(this.note, request, 'limit.address');
  }

  private guardDoors(fastify: FastifyInstance): void {
    const { NODE_ENV, LIMIT_SIGN_IN_PER_MINUTE } = this.env;
    const usual = NODE_ENV === 'production' ? SIGN_INS_PER_MINUTE : SIGN_INS_PER_MINUTE_WHEN_DEVELOPING;
    const address = fastify.createRateLimit({
      max: LIMIT_SIGN_IN_PER_MINUTE ?? usual,
      timeWindow: MINUTE,
      keyGenerator: (request) => `address ${request.ip}`,
    });
    fastify.addHook('onRequest', async (request, reply) => {
      if (!DOORS.test(request.url)) return;
      try {
        await enforce(address, request, 'limit.address');
      } catch (error) {
        if (!(error instanceof TooManyRequests)) throw error;
        const { status, code, reason, message } = answerTo(error);
        await reply
          .status(status)
          .header('retry-after', error.retryAfterSeconds)
          .type('application/problem+json')
          .send({ type: 'about:blank', title: message, status, code, reason, places: [], requestId: request.id });
      }
    });
  }

  async close(): Promise<void> {
    await this.redis?.quit().catch(() => this.redis?.disconnect());
  }
}

async function enforce(
  limiter: Limiter | undefined,
  request: FastifyRequest,
  reason: TooManyRequests['reason'],
): Promise<void> {
  if (limiter === undefined) throw new Error('the limits are not installed on this server');
  const outcome = await limiter(request);
  if (!outcome.isAllowed && outcome.isExceeded) throw new TooManyRequests(reason, outcome.ttlInSeconds);
}
