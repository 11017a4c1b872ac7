import { AuditLogService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { AuditFilterInput, toFilter } from './audit-filter.input.js';
import { AuditChoices, AuditPage, SealState, toPage, toSealState } from './audit.type.js';

/** The audit log of a lab, for the privacy officers of an organisation in it. */
@Resolver()
export class AuditResolver {
  constructor(private readonly auditLog: AuditLogService) {}

  @Query(() => AuditPage, {
    description: 'Newest first: what the own people did in the lab, and what was done there with the own data.',
  })
  async auditEvents(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
    @Args('filter', { type: () => AuditFilterInput, nullable: true }) filter?: AuditFilterInput | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ): Promise<AuditPage> {
    const page = { first, after: after ?? undefined };
    return toPage(await this.auditLog.list(ctx, toFilter(labId, filter ?? {}), page));
  }

  @Query(() => AuditChoices)
  auditChoices(@CurrentCtx() ctx: Ctx, @Args('labId', { type: () => ID }) labId: string): Promise<AuditChoices> {
    return this.auditLog.listChoices(ctx, labId);
  }

  @Query(() => SealState)
  async auditSealState(@CurrentCtx() ctx: Ctx, @Args('labId', { type: () => ID }) labId: string): Promise<SealState> {
    return toSealState(await this.auditLog.getSealState(ctx, labId));
  }
}
