import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Ctx } from '@datalab/features';
import type { SignedInPerson } from '@datalab/data';
import type { SignedInRequest } from '../auth/request-context.js';

const signedIn = (context: ExecutionContext): SignedInRequest =>
  GqlExecutionContext.create(context).getContext<{ signedIn: SignedInRequest }>().signedIn;

/** `ctx`, as every service method takes it first. */
export const CurrentCtx = createParamDecorator((_: unknown, context: ExecutionContext): Ctx => signedIn(context).ctx);

export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedInPerson => signedIn(context).person,
);
