import { isAllowed } from '@datalab/access';
import { STEPS, type LabRole } from '@datalab/domain';
import { LabsService, PicturesService, RegionsService, type Ctx, type LabView } from '@datalab/features';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Dataset, toDataset } from '../datasets/dataset.type.js';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { LabRoleEnum } from '../graphql/enums.js';
import { PictureOverview, toOverview } from '../picture/picture.type.js';
import { Region } from '../regions/region.type.js';
import { Lab, LabAbilities, Participant, toParticipants } from './lab.type.js';
import { LabStep } from './step.type.js';

@Resolver(() => Lab)
export class LabsResolver {
  constructor(
    private readonly labs: LabsService,
    private readonly regions: RegionsService,
    private readonly pictures: PicturesService,
  ) {}

  @Query(() => [Lab], { name: 'labs' })
  listMine(@CurrentCtx() ctx: Ctx): Promise<Lab[]> {
    return this.labs.listMine(ctx);
  }

  @Query(() => Lab)
  lab(@CurrentCtx() ctx: Ctx, @Args('id', { type: () => ID }) id: string): Promise<LabView> {
    return this.labs.getView(ctx, id);
  }

  @ResolveField(() => Region)
  region(@Parent() lab: Lab): Promise<Region> {
    return this.regions.get(lab.regionId);
  }

  @ResolveField(() => [LabRoleEnum])
  myRoles(@CurrentCtx() ctx: Ctx, @Parent() lab: Lab): LabRole[] {
    return ctx.actor.memberships.filter((membership) => membership.labId === lab.id).map(({ role }) => role);
  }

  @ResolveField(() => [Participant])
  async participants(@CurrentCtx() ctx: Ctx, @Parent() lab: Lab): Promise<Participant[]> {
    return toParticipants(await this.view(ctx, lab));
  }

  @ResolveField(() => [LabStep])
  async steps(@CurrentCtx() ctx: Ctx, @Parent() lab: Lab): Promise<LabStep[]> {
    return (await this.view(ctx, lab)).steps;
  }

  @ResolveField(() => [Dataset])
  async datasets(@CurrentCtx() ctx: Ctx, @Parent() lab: Lab): Promise<Dataset[]> {
    const { datasets } = await this.view(ctx, lab);
    const readable = datasets.filter((row) => isAllowed(ctx.ability, 'read', 'Dataset', row));
    return readable.map((row) => toDataset(row, ctx.actor.organisationId));
  }

  @ResolveField(() => PictureOverview, { nullable: true })
  async picture(@CurrentCtx() ctx: Ctx, @Parent() lab: Lab): Promise<PictureOverview | null> {
    // A program sees the lab, and no picture.
    if (!isAllowed(ctx.ability, 'read', 'Picture', { labId: lab.id })) return null;
    const overview = await this.pictures.findOverview(ctx, lab.id);
    if (overview === undefined) return null;
    const { datasets } = await this.view(ctx, lab);
    return toOverview(overview, datasets, ctx.actor.organisationId);
  }

  @ResolveField(() => LabAbilities)
  can(@CurrentCtx() ctx: Ctx, @Parent() { id }: Lab): LabAbilities {
    const own = { labId: id, organisationId: ctx.actor.organisationId };
    return {
      upload: isAllowed(ctx.ability, 'upload', 'Dataset', own),
      seeMirror: isAllowed(ctx.ability, 'read', 'Mirror', own),
      seePicture: isAllowed(ctx.ability, 'read', 'Picture', own),
      leadSteps: isAllowed(ctx.ability, 'lead', 'Lab', { id }),
      consentSteps: STEPS.filter((step) => isAllowed(ctx.ability, 'consent', 'Step', { labId: id, step })),
    };
  }

  /** A lab from a list is read in full when one of its parts is asked for, and then once. */
  private view(ctx: Ctx, lab: Lab & Partial<LabView> & { whole?: Promise<LabView> }): Promise<LabView> {
    if (lab.participants !== undefined) return Promise.resolve(lab as LabView);
    lab.whole ??= this.labs.getView(ctx, lab.id);
    return lab.whole;
  }
}
