import type { SessionRepository } from '@datalab/data';
import { unavailable, type Clock } from '@datalab/domain';
import { ResponseBodyError } from 'openid-client';
import type { Renewed, SignedIn } from './identity-provider.js';
import type { RefreshTokenSeal } from './refresh-token-seal.js';

/** For so long the identity provider is not asked whether somebody is still signed in there. */
export const FRESH_MINUTES = 15;
/** However often it is renewed, a session is over after a working day. */
export const SESSION_HOURS = 10;

const LOOK_AGAIN_MS = 150;
const LOOKS = 60;

interface Parts {
  repository: SessionRepository;
  provider: { renew(refreshToken: string): Promise<Renewed> };
  seal: RefreshTokenSeal;
  clock: Clock;
}

/**
 * Sessions of browsers: short, and renewed through the provider's refresh token for as long as the provider agrees. The provider may rotate
 * that token and take a second use for theft, so each is used once: by one process, for one request; the others wait for what comes of it.
 */
export class Sessions {
  private readonly underWay = new Map<string, Promise<string | undefined>>();

  constructor(private readonly parts: Parts) {}

  /** Opens a session for somebody who has just signed in. */
  async open(
    sessionHash: string,
    personId: string,
    { idToken, refreshToken, authenticatedAt }: SignedIn,
  ): Promise<void> {
    const { repository, clock } = this.parts;
    const expiresAt = new Date(clock.now().getTime() + SESSION_HOURS * 3_600_000);
    const renewal = { ...this.renewalWith(refreshToken, sessionHash), authenticatedAt };
    await repository.open(sessionHash, personId, idToken, expiresAt, renewal);
  }

  /** Whose cookie this is; undefined where the session is unknown, over, or ended by the provider. Throws Unavailable where that cannot be asked. */
  async personIdOf(sessionHash: string): Promise<string | undefined> {
    const { repository, clock } = this.parts;
    const now = clock.now();
    const session = await repository.find(sessionHash, now);
    if (session === undefined || session.freshUntil > now) return session?.personId;
    let renewal = this.underWay.get(sessionHash);
    if (renewal === undefined) {
      renewal = this.renew(sessionHash, session.personId, session.refreshTokenSealed).finally(() =>
        this.underWay.delete(sessionHash),
      );
      this.underWay.set(sessionHash, renewal);
    }
    return renewal;
  }

  /** When whoever has this cookie last showed who they are; undefined where that is not known, or the session is over. */
  async authenticatedAt(sessionHash: string): Promise<Date | undefined> {
    const session = await this.parts.repository.find(sessionHash, this.parts.clock.now());
    return session?.authenticatedAt ?? undefined;
  }

  private async renew(sessionHash: string, personId: string, sealed: Buffer | null): Promise<string | undefined> {
    const { repository, provider, seal, clock } = this.parts;
    const token = sealed === null ? undefined : seal.open(sealed, sessionHash);
    if (token === undefined) return this.over(sessionHash);
    if (!(await repository.claimRenewal(sessionHash, clock.now()))) return this.waitForOther(sessionHash);
    try {
      const { idToken, refreshToken } = await provider.renew(token);
      const renewal = this.renewalWith(refreshToken ?? token, sessionHash);
      return (await repository.saveRenewal(sessionHash, renewal, idToken, clock.now())) ? personId : undefined;
    } catch (error) {
      // The provider said no: signed out there, blocked, or the token was used before. Anything else says nothing about the person.
      if (error instanceof ResponseBodyError && error.status < 500) return this.over(sessionHash);
      await repository.releaseRenewal(sessionHash);
      throw unavailable(
        'identity-provider.unreachable',
        'The identity provider does not answer. Try again in a minute.',
      );
    }
  }

  private async waitForOther(sessionHash: string): Promise<string | undefined> {
    const { repository, clock } = this.parts;
    for (let look = 0; look < LOOKS; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      const session = await repository.find(sessionHash, clock.now());
      if (session === undefined || session.freshUntil > clock.now()) return session?.personId;
    }
    throw unavailable('session.renewal-slow', 'Renewing your session takes too long. Try again in a minute.');
  }

  private async over(sessionHash: string): Promise<undefined> {
    await this.parts.repository.end(sessionHash);
    return undefined;
  }

  private renewalWith(refreshToken: string | undefined, sessionHash: string) {
    return {
      freshUntil: new Date(this.parts.clock.now().getTime() + FRESH_MINUTES * 60_000),
      refreshTokenSealed: refreshToken === undefined ? null : this.parts.seal.seal(refreshToken, sessionHash),
    };
  }
}
