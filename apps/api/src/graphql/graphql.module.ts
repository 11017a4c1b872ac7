import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { RequestContext } from '../auth/request-context.js';
import type { Env } from '../env.js';
import { answerTo } from '../http/error-answer.js';
import { ENV } from '../tokens.js';
import { GraphQLDate } from './scalars.js';

/** Deepest question that the screens ask, with room for one more level. */
const DEEPEST_QUERY = 8;

/** GraphQL for people who are signed in; nobody else reaches a resolver. */
export const graphqlModule = GraphQLModule.forRootAsync<MercuriusDriverConfig>({
  driver: MercuriusDriver,
  inject: [RequestContext, ENV],
  useFactory: (requests: RequestContext, env: Env): MercuriusDriverConfig => ({
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    graphiql: false,
    jit: 1,
    csrfPrevention: true,
    queryDepth: DEEPEST_QUERY,
    introspection: env.NODE_ENV !== 'production',
    context: (request: FastifyRequest) => ({ request, signedIn: requests.known(request) }),
    errorFormatter: formatErrors as MercuriusDriverConfig['errorFormatter'],
    buildSchemaOptions: { dateScalarMode: 'isoDate', scalarsMap: [] },
    resolvers: { Date: GraphQLDate },
  }),
});

interface Answer {
  statusCode: number;
  response: ExecutionResult;
}

/** Errors as people and programs read them: kind, reason, place; nothing of the inside. An unexpected one is logged whole. */
export function formatErrors(execution: ExecutionResult, context: { request?: FastifyRequest }): Answer {
  const errors = execution.errors ?? [];
  const answers = errors.map((error) => ({ error, answer: answerOf(error) }));
  for (const { error, answer } of answers)
    if (answer.status >= 500) context.request?.log.error({ err: error.originalError ?? error }, 'operation failed');
  return {
    statusCode: answers.some(({ answer }) => answer.status === 401) ? 401 : 200,
    response: {
      data: execution.data ?? null,
      errors: answers.map(
        ({ error, answer }) =>
          new GraphQLError(answer.message, {
            path: error.path,
            extensions: {
              code: answer.code,
              reason: answer.reason,
              places: answer.places,
              requestId: context.request?.id,
            },
          }),
      ),
    },
  };
}

/** What GraphQL itself finds wrong with a question is the asker's to read; everything else goes through the one mapping. */
function answerOf(error: GraphQLError) {
  if (
    error.originalError !== undefined &&
    error.originalError !== null &&
    !(error.originalError instanceof GraphQLError)
  )
    return answerTo(error.originalError);
  return { status: 400, code: 'InvalidInput' as const, reason: 'graphql', message: error.message, places: [] };
}
