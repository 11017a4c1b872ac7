import { Database } from '@datalab/data';
import { recordFailure, type Ctx } from '@datalab/features';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { catchError, from, mergeMap, throwError, type Observable } from 'rxjs';
import { RequestContext } from '../auth/request-context.js';
import { answerTo } from '../http/error-answer.js';
import { attemptOn, type Attempt } from './attempt.js';

/** Answers that are nobody's attempt at data: what was asked could not be read, or it is not known who asked. */
const NO_ATTEMPT: readonly string[] = ['InvalidInput', 'Unauthenticated', 'TooManyRequests'];

/**
 * Puts on record what was refused or failed: every root field of GraphQL, every handler of a controller, and (called by them) uploads. The
 * answer waits for it. Who is not known leaves no line, and neither does a question that cannot be read.
 */
@Injectable()
export class AttemptLog implements NestInterceptor {
  constructor(
    private readonly database: Database,
    private readonly requests: RequestContext,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          from(this.recordOf(context, error)).pipe(mergeMap(() => throwError(() => error))),
        ),
      );
  }

  /** An attempt of somebody who is known. Never throws: a log that cannot be written must not hide what went wrong. */
  async record(request: FastifyRequest, ctx: Ctx, error: unknown, attempt: Attempt): Promise<void> {
    const { status, code, reason } = answerTo(error);
    if (NO_ATTEMPT.includes(code)) return;
    try {
      await recordFailure(this.database, ctx, { ...attempt, outcome: status >= 500 ? 'failed' : 'refused', reason });
    } catch (failure) {
      request.log.error({ err: failure }, 'an attempt could not be put on record');
    }
  }

  private async recordOf(context: ExecutionContext, error: unknown): Promise<void> {
    const isGraphQl = context.getType<string>() === 'graphql';
    const graphQl = GqlExecutionContext.create(context);
    const request = isGraphQl
      ? graphQl.getContext<{ request: FastifyRequest }>().request
      : context.switchToHttp().getRequest<FastifyRequest>();
    const ctx = this.requests.madeBy(request)?.ctx;
    if (ctx === undefined) return;
    const deed = isGraphQl
      ? graphQl.getInfo<GraphQLResolveInfo>().fieldName
      : `${context
          .getClass()
          .name.replace(/Controller$/, '')
          .toLowerCase()}-${context.getHandler().name}`;
    const given = isGraphQl ? graphQl.getArgs<Record<string, unknown>>() : (request.params as Record<string, unknown>);
    await this.record(request, ctx, error, attemptOn(deed, given));
  }
}
