import { CommentsService, DeadlinesService, type Ctx, type LabView } from '@datalab/features';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { Lab } from '../labs/lab.type.js';
import { Deadline, OpenMention, toDeadline, toOpenMention } from './together.type.js';

/** What of a lab waits for somebody, beside what its steps need. */
@Resolver(() => Lab)
export class WaitingResolver {
  constructor(
    private readonly comments: CommentsService,
    private readonly deadlines: DeadlinesService,
  ) {}

  @ResolveField(() => [OpenMention], { description: 'What comments ask of a role of who asks.' })
  async openMentions(@CurrentCtx() ctx: Ctx, @Parent() lab: Lab): Promise<OpenMention[]> {
    return (await this.comments.openMentions(ctx, lab.id)).map(toOpenMention);
  }

  @ResolveField(() => [Deadline], { name: 'deadlines', description: 'First due first.' })
  async listDeadlines(@CurrentCtx() ctx: Ctx, @Parent() lab: Lab & Partial<LabView>): Promise<Deadline[]> {
    const view = lab.steps === undefined ? undefined : { steps: lab.steps };
    return (await this.deadlines.list(ctx, lab.id, view)).map(toDeadline);
  }
}
