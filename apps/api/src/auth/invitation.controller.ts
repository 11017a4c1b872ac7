import type { Clock } from '@datalab/domain';
import { invitationHashOf, InvitationsService, type ShownInvitation } from '@datalab/features';
import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { IsString, Length } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { CLOCK } from '../tokens.js';
import { IdentityProvider } from './identity-provider.js';
import { setUnderWayCookie } from './session-cookie.js';

/** The secret of a link travels in a body: an address would end up in logs and histories. */
export class InvitationLink {
  @IsString()
  @Length(20, 100)
  token!: string;
}

/** For who holds a link and is nobody here yet: looking at the invitation, and going to sign in with it. */
@Controller('auth/invitation')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly provider: IdentityProvider,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  show(@Body() { token }: InvitationLink): Promise<ShownInvitation> {
    return this.invitations.show(token, this.clock);
  }

  /** Accepting is signing in: who comes back from the identity provider is who the invitation was for, or it stays unaccepted. */
  @Post('accept')
  async accept(@Body() { token }: InvitationLink, @Res() reply: FastifyReply): Promise<void> {
    await this.invitations.show(token, this.clock);
    const { url, underWay } = await this.provider.begin('/', { invitationHash: invitationHashOf(token) });
    setUnderWayCookie(reply, JSON.stringify(underWay), this.provider.isSecure);
    await reply.send({ redirectTo: url });
  }
}
