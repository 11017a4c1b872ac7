import { SessionRepository } from '@datalab/data';
import { DomainError, forbidden, type Clock } from '@datalab/domain';
import { ArrivalsService } from '@datalab/features';
import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK } from '../tokens.js';
import { IdentityProvider, type SignedIn, type SignInUnderWay } from './identity-provider.js';
import {
  clearSessionCookie,
  clearUnderWayCookie,
  hashOf,
  newSessionSecret,
  readUnderWayCookie,
  sessionHashOf,
  setSessionCookie,
  setUnderWayCookie,
} from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Signing in and out: tokens stay here, the browser gets a cookie that its scripts cannot read. */
@Controller('auth')
export class SignInController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly repository: SessionRepository,
    private readonly sessions: Sessions,
    private readonly arrivals: ArrivalsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('login')
  async login(@Query('returnTo') returnTo: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { url, underWay } = await this.provider.begin(ownPath(returnTo));
    setUnderWayCookie(reply, JSON.stringify(underWay), this.provider.isSecure);
    await reply.redirect(url, 302);
  }

  /** Somebody who is signed in shows once more who they are, and comes back to where they were. */
  @Get('sign-in-again')
  async signInAgain(
    @Query('returnTo') returnTo: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const hash = sessionHashOf(request);
    const again = hash === undefined ? undefined : await this.sessions.personIdOf(hash);
    const { url, underWay } = await this.provider.begin(ownPath(returnTo), { again });
    setUnderWayCookie(reply, JSON.stringify(underWay), this.provider.isSecure);
    await reply.redirect(url, 302);
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { isSecure } = this.provider;
    const cookie = readUnderWayCookie(request, isSecure);
    // A sign-in that began in another browser, or too long ago, begins again.
    if (cookie === undefined) return void (await reply.redirect('/auth/login', 302));
    const underWay = JSON.parse(cookie) as SignInUnderWay;
    const signedIn = await this.provider.complete(request.url, underWay);
    clearUnderWayCookie(reply, isSecure);
    try {
      const personId = await this.personOf(signedIn, underWay.invitationHash, request.id);
      if (underWay.again !== undefined && underWay.again !== personId)
        throw forbidden('session.other-person', 'Somebody else came back than the one who was signed in.');
      // Who showed once more who they are goes on in one session, not in two.
      const before = underWay.again === undefined ? undefined : sessionHashOf(request);
      if (before !== undefined) await this.repository.end(before);
      const secret = newSessionSecret();
      await this.sessions.open(hashOf(secret), personId, signedIn);
      setSessionCookie(reply, secret, isSecure);
      await reply.redirect(underWay.returnTo, 302);
    } catch (error) {
      // A person reads this, not a program: a page of the web says it in their language.
      if (!(error instanceof DomainError)) throw error;
      await reply.redirect(`/sign-in-refused?reason=${encodeURIComponent(error.code)}`, 302);
    }
  }

  @Post('logout')
  async logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const hash = sessionHashOf(request);
    const idToken = hash === undefined ? undefined : await this.repository.end(hash);
    await this.signedOut(reply, idToken);
  }

  /** Every browser in which this person is signed in. */
  @Post('logout-everywhere')
  async logoutEverywhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const hash = sessionHashOf(request);
    const session = hash === undefined ? undefined : await this.repository.find(hash, this.clock.now());
    const idToken = hash === undefined ? undefined : await this.repository.end(hash);
    if (session !== undefined) await this.repository.endAllOf(session.personId);
    await this.signedOut(reply, idToken);
  }

  private async personOf(signedIn: SignedIn, invitationHash: string | undefined, requestId: string): Promise<string> {
    if (invitationHash !== undefined) return this.arrivals.accept(invitationHash, signedIn, this.clock, requestId);
    const personId = await this.repository.findPersonId(signedIn);
    if (personId !== undefined) return personId;
    throw forbidden('person.not-invited', 'You are known to the identity provider, but nobody has invited you here.');
  }

  private async signedOut(reply: FastifyReply, idToken: string | undefined): Promise<void> {
    clearSessionCookie(reply, this.provider.isSecure);
    await reply.send({ redirectTo: idToken === undefined ? '/' : await this.provider.endSessionUrl(idToken) });
  }
}

/** Only a path of this site: anything else would make the sign-in a way to send people elsewhere. */
const ownPath = (path: string | undefined): string => (path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/');
