import { SessionRepository } from '@datalab/data';
import { forbidden, type Clock } from '@datalab/domain';
import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, ENV } from '../tokens.js';
import type { Env } from '../env.js';
import { IdentityProvider, type SignInUnderWay } from './identity-provider.js';
import {
  hashOf,
  newSessionSecret,
  SESSION_COOKIE,
  SESSION_HOURS,
  sessionHashOf,
  setSessionCookie,
} from './session-cookie.js';

const UNDER_WAY_COOKIE = 'datalab_sign_in';

/** Signing in and out: tokens stay here, the browser gets a cookie that its scripts cannot read. */
@Controller('auth')
export class SignInController {
  private readonly isSecure: boolean;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ENV) env: Env,
  ) {
    this.isSecure = env.PUBLIC_URL.startsWith('https:');
  }

  @Get('login')
  async login(@Query('returnTo') returnTo: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    const { url, underWay } = await this.provider.begin(ownPath(returnTo));
    reply.setCookie(UNDER_WAY_COOKIE, JSON.stringify(underWay), {
      path: '/auth',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.isSecure,
      signed: true,
      maxAge: 600,
    });
    await reply.redirect(url, 302);
  }

  @Get('callback')
  async callback(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const cookie = request.unsignCookie(request.cookies[UNDER_WAY_COOKIE] ?? '');
    // A sign-in that began in another browser, or too long ago, begins again.
    if (!cookie.valid) return void (await reply.redirect('/auth/login', 302));
    const underWay = JSON.parse(cookie.value) as SignInUnderWay;
    const { issuer, subject, idToken } = await this.provider.complete(request.url, underWay);
    const personId = await this.sessions.findPersonId({ issuer, subject });
    if (personId === undefined)
      throw forbidden('person.not-invited', 'You are known to the identity provider, but nobody has invited you here.');
    const secret = newSessionSecret();
    const expiresAt = new Date(this.clock.now().getTime() + SESSION_HOURS * 3_600_000);
    await this.sessions.open(hashOf(secret), personId, idToken, expiresAt);
    setSessionCookie(reply, secret, this.isSecure);
    reply.clearCookie(UNDER_WAY_COOKIE, { path: '/auth' });
    await reply.redirect(underWay.returnTo, 302);
  }

  @Post('logout')
  async logout(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const hash = sessionHashOf(request);
    const idToken = hash === undefined ? undefined : await this.sessions.end(hash);
    reply.clearCookie(SESSION_COOKIE, { path: '/' });
    await reply.send({ redirectTo: idToken === undefined ? '/' : await this.provider.endSessionUrl(idToken) });
  }
}

/** Only a path of this site: anything else would make the sign-in a way to send people elsewhere. */
const ownPath = (path: string | undefined): string => (path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/');
