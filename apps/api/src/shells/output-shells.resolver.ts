import { OutputShellsService, type Ctx } from '@datalab/features';
import type { OutputShellRow } from '@datalab/data';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { OutputShellInput } from './output-shell.input.js';
import { OutputShell } from './output-shell.type.js';

const labId = () => Args('labId', { type: () => ID });
const shellId = () => Args('shellId', { type: () => ID });
const shape = () => Args('shell', { type: () => OutputShellInput });

@Resolver(() => OutputShell)
export class OutputShellsResolver {
  constructor(private readonly shells: OutputShellsService) {}

  @Query(() => [OutputShell], { description: 'Every version, oldest first.' })
  async outputShells(@CurrentCtx() ctx: Ctx, @labId() id: string): Promise<OutputShell[]> {
    return (await this.shells.list(ctx, id)).map(toShell);
  }

  @Mutation(() => OutputShell)
  async draftShell(
    @CurrentCtx() ctx: Ctx,
    @labId() id: string,
    @shape() shell: OutputShellInput,
  ): Promise<OutputShell> {
    return toShell(await this.shells.draft(ctx, id, { ...shell }));
  }

  @Mutation(() => OutputShell, { description: 'A new version of an approved shell, which stays in force until then.' })
  async reviseShell(
    @CurrentCtx() ctx: Ctx,
    @shellId() id: string,
    @shape() shell: OutputShellInput,
  ): Promise<OutputShell> {
    return toShell(await this.shells.revise(ctx, id, { ...shell }));
  }

  @Mutation(() => OutputShell, { description: 'Only a draft.' })
  async changeShell(
    @CurrentCtx() ctx: Ctx,
    @shellId() id: string,
    @shape() shell: OutputShellInput,
  ): Promise<OutputShell> {
    return toShell(await this.shells.update(ctx, id, { ...shell }));
  }

  @Mutation(() => Boolean, { description: 'Throws away a draft.' })
  async discardShell(@CurrentCtx() ctx: Ctx, @shellId() id: string): Promise<boolean> {
    await this.shells.discard(ctx, id);
    return true;
  }

  @Mutation(() => OutputShell, { description: 'Hands a draft in for approval.' })
  async submitShell(@CurrentCtx() ctx: Ctx, @shellId() id: string): Promise<OutputShell> {
    return toShell(await this.shells.submit(ctx, id));
  }

  @Mutation(() => OutputShell, { description: 'Back to a draft, with what must change.' })
  async sendShellBack(
    @CurrentCtx() ctx: Ctx,
    @shellId() id: string,
    @Args('remark') remark: string,
  ): Promise<OutputShell> {
    return toShell(await this.shells.sendBack(ctx, id, remark));
  }

  @Mutation(() => OutputShell, { description: 'For the own organisation; approved once every organisation did.' })
  async approveShell(@CurrentCtx() ctx: Ctx, @shellId() id: string): Promise<OutputShell> {
    return toShell(await this.shells.approve(ctx, id));
  }
}

const toShell = ({ approvals, ...shell }: OutputShellRow): OutputShell => ({
  ...shell,
  datasetIds: [...shell.datasetIds],
  columns: [...shell.columns],
  approvals: approvals.map(({ organisationId, approvedAt }) => ({
    organisationId,
    approvedAt: new Date(approvedAt),
  })),
});
