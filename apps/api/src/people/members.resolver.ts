import { InvitationsService, MembersService, type Ctx } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { InvitationInput, RoleInput } from './administration.input.js';
import { Invitation, MadeInvitation, Member, toInvitation, toMember } from './administration.type.js';

/** Who takes part in a lab in which role, and who is asked to. */
@Resolver()
export class MembersResolver {
  constructor(
    private readonly members: MembersService,
    private readonly invitations: InvitationsService,
  ) {}

  @Query(() => [Member], { name: 'members' })
  async listMembers(@CurrentCtx() ctx: Ctx, @Args('labId', { type: () => ID }) labId: string): Promise<Member[]> {
    return (await this.members.list(ctx, labId)).map(toMember);
  }

  @Query(() => [Invitation], { name: 'invitations', description: 'The newest first, at most two hundred.' })
  async listInvitations(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID, nullable: true }) labId?: string | null,
  ): Promise<Invitation[]> {
    return (await this.invitations.list(ctx, labId ?? undefined)).map(toInvitation);
  }

  @Mutation(() => [Member], {
    description: 'Gives a role in a lab, or other areas; answers with the people of the lab.',
  })
  async grantRole(@CurrentCtx() ctx: Ctx, @Args('input') input: RoleInput): Promise<Member[]> {
    await this.members.grant(ctx, input, input.areas);
    return this.listMembers(ctx, input.labId);
  }

  @Mutation(() => Boolean, { description: 'Ends a role in a lab, at once.' })
  async endRole(@CurrentCtx() ctx: Ctx, @Args('input') { labId, personId, role }: RoleInput): Promise<boolean> {
    await this.members.end(ctx, { labId, personId, role });
    return true;
  }

  @Mutation(() => MadeInvitation)
  async invite(@CurrentCtx() ctx: Ctx, @Args('input') input: InvitationInput): Promise<MadeInvitation> {
    const { invitation, token } = await this.invitations.invite(ctx, { ...input, labId: input.labId ?? undefined });
    // Behind the hash sign: browsers send that part to nobody.
    return { invitation: toInvitation(invitation), linkPath: `/invitation#${token}` };
  }

  @Mutation(() => Invitation)
  async withdrawInvitation(@CurrentCtx() ctx: Ctx, @Args('id', { type: () => ID }) id: string): Promise<Invitation> {
    return toInvitation(await this.invitations.withdraw(ctx, id));
  }
}
