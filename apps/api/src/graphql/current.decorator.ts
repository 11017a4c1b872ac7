import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Ctx } from '@datalab/features';
import type { SignedInRequest } from '../auth/request-context.js';

const signedIn = (context: ExecutionContext): SignedInRequest =>
  GqlExecutionContext.create(context).getContext<{ signedIn: SignedInRequest }>().signedIn;

/** `ctx`, as every service method takes it first. */
export const CurrentCtx = createParamDecorator((_: unknown, context: ExecutionContext): Ctx => signedIn(context).ctx);

/** All that is known of who asks: context, person, and by what they made themselves known. */
export const CurrentRequest = createParamDecorator((_: unknown, context: ExecutionContext): SignedInRequest =>
  signedIn(context),
);
