import { FoundingService, LabSettingsService, type Ctx, type FoundingOptions as Options } from '@datalab/features';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { FoundingOptions, FoundLabInput, LabSettingsInput, withoutNulls } from './founding.type.js';

const labId = () => Args('labId', { type: () => ID });
const organisationId = () => Args('organisationId', { type: () => ID });

@Resolver(() => FoundingOptions)
export class FoundingResolver {
  constructor(
    private readonly founding: FoundingService,
    private readonly settings: LabSettingsService,
  ) {}

  @Query(() => FoundingOptions, { description: 'What somebody chooses from who begins a lab.' })
  foundingOptions(@CurrentCtx() ctx: Ctx): Promise<Options> {
    return this.founding.options(ctx);
  }

  @Mutation(() => ID, { description: 'Begins a lab at its first step and gives its id.' })
  foundLab(@CurrentCtx() ctx: Ctx, @Args('input') input: FoundLabInput): Promise<string> {
    return this.founding.found(ctx, withoutNulls(input));
  }

  @Mutation(() => Boolean, { description: 'An administrator names who may begin labs, or takes it back.' })
  async allowFounding(
    @CurrentCtx() ctx: Ctx,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('may') may: boolean,
  ): Promise<boolean> {
    await this.founding.allow(ctx, personId, may);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Name at any time; goal, region and quorum while step 1 is open.' })
  async changeLab(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('input') { quorum, ...input }: LabSettingsInput,
  ): Promise<boolean> {
    await this.settings.change(ctx, id, { ...input, quorum: quorum ?? null });
    return true;
  }

  @Mutation(() => Boolean, { description: 'Where anybody may ask about the lab; null takes it away.' })
  async setLabContact(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @Args('contactEmail', { type: () => String, nullable: true }) contactEmail: string | null,
  ): Promise<boolean> {
    await this.settings.setContact(ctx, id, contactEmail ?? null);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Asks another organisation in, while step 1 is open.' })
  async addPartner(@CurrentCtx() ctx: Ctx, @labId() id: string, @organisationId() partner: string): Promise<boolean> {
    await this.settings.addPartner(ctx, id, partner);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Takes out an organisation that has nobody and nothing in the lab yet.' })
  async removePartner(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @organisationId() partner: string,
  ): Promise<boolean> {
    await this.settings.removePartner(ctx, id, partner);
    return true;
  }
}
