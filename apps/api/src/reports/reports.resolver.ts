import { ReportsService, SubmissionsService, type Ctx } from '@datalab/features';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCtx } from '../graphql/current.decorator.js';
import { MyReportsFilter } from './my-reports.input.js';
import { Report, ReportPage } from './report.type.js';
import { Submission, toSubmission } from './submission.type.js';
import { SubmitReportsInput } from './submit-reports.input.js';

@Resolver(() => Report)
export class ReportsResolver {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly reports: ReportsService,
  ) {}

  @Mutation(() => Submission, {
    description: 'Delivers reports as they are registered; each call whole or not at all.',
  })
  async submitReports(@CurrentCtx() ctx: Ctx, @Args('input') input: SubmitReportsInput): Promise<Submission> {
    return toSubmission(await this.submissions.submit(ctx, input));
  }

  @Query(() => ReportPage, { description: 'The own reports that count now, newest first; at most 10,000 per filter.' })
  myReports(
    @CurrentCtx() ctx: Ctx,
    @Args('labId', { type: () => ID }) labId: string,
    @Args('filter', { type: () => MyReportsFilter, nullable: true }) filter?: MyReportsFilter | null,
    @Args('first', { type: () => Int, defaultValue: 50 }) first = 50,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ReportPage> {
    return this.reports.list(ctx, {
      labId,
      first,
      after: after ?? undefined,
      datasetId: filter?.datasetId ?? undefined,
      from: filter?.from ?? undefined,
      to: filter?.to ?? undefined,
      category: filter?.category ?? undefined,
      areaCode: filter?.areaCode ?? undefined,
    });
  }
}
