import { CONTEXT_KINDS, type ContextKind } from '@datalab/domain';
import { MondayService, RegieService, type Ctx } from '@datalab/features';
import { Args, Field, ID, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { ContextKindEnum } from '../graphql/enums.js';
import { DAY, GraphQLDate } from '../graphql/scalars.js';
import { MondayPage, RegieCard, toMondayPage, toRegieCard } from './regie.type.js';

@InputType()
export class ContextNoteInput {
  @Field(() => ContextKindEnum) @IsIn(CONTEXT_KINDS) kind!: ContextKind;
  @Field() @MaxLength(500) words!: string;
  @Field(() => GraphQLDate) @Matches(DAY) startsOn!: string;
  @Field(() => GraphQLDate, { nullable: true }) @IsOptional() @Matches(DAY) endsOn!: string | null;
}

const labId = () => Args('labId', { type: () => ID });
const areaCode = () => Args('areaCode');

@Resolver(() => RegieCard)
export class RegieResolver {
  constructor(
    private readonly regie: RegieService,
    private readonly monday: MondayService,
  ) {}

  @Query(() => RegieCard)
  async regieCard(@CurrentCtx() ctx: Ctx, @labId() lab: string, @areaCode() area: string): Promise<RegieCard> {
    return toRegieCard(await this.regie.getCard(ctx, lab, area));
  }

  @Query(() => MondayPage)
  async mondayPage(@CurrentCtx() ctx: Ctx, @labId() lab: string, @areaCode() area: string): Promise<MondayPage> {
    return toMondayPage(await this.monday.getPage(ctx, lab, area));
  }

  @Mutation(() => RegieCard, { description: 'Says how the own organisation is reached for an area.' })
  async saveAreaContact(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @areaCode() area: string,
    @Args('reach') reach: string,
  ): Promise<RegieCard> {
    await this.regie.saveContact(ctx, lab, area, reach);
    return this.regieCard(ctx, lab, area);
  }

  @Mutation(() => RegieCard, { description: 'Picks something up in an area for the own organisation.' })
  async pickUp(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @areaCode() area: string,
    @Args('what') what: string,
    @Args('nextOn', { type: () => GraphQLDate, nullable: true }) nextOn: string | null,
  ): Promise<RegieCard> {
    await this.regie.pickUp(ctx, lab, area, what, nextOn ?? null);
    return this.regieCard(ctx, lab, area);
  }

  @Mutation(() => RegieCard)
  async endPickup(@CurrentCtx() ctx: Ctx, @Args('id', { type: () => ID }) id: string): Promise<RegieCard> {
    const row = await this.regie.endPickup(ctx, id);
    return this.regieCard(ctx, row.labId, row.areaCode);
  }

  @Mutation(() => RegieCard, { description: 'Notes what explains the figures of an area.' })
  async writeContextNote(
    @CurrentCtx() ctx: Ctx,
    @labId() lab: string,
    @areaCode() area: string,
    @Args('note') { kind, words, startsOn, endsOn }: ContextNoteInput,
  ): Promise<RegieCard> {
    await this.regie.note(ctx, lab, area, { kind, words, startsOn, endsOn: endsOn ?? null });
    return this.regieCard(ctx, lab, area);
  }

  @Mutation(() => RegieCard)
  async withdrawContextNote(@CurrentCtx() ctx: Ctx, @Args('id', { type: () => ID }) id: string): Promise<RegieCard> {
    const row = await this.regie.withdrawNote(ctx, id);
    return this.regieCard(ctx, row.labId, row.areaCode);
  }
}
