import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { RequestContext } from '../auth/request-context.js';
import type { Env } from '../env.js';
import { answerTo } from '../http/error-answer.js';
import { ENV } from '../tokens.js';
import { onlyKnownOperations } from './known-operations.js';
import { questionRules } from './question-limits.js';
import { GraphQLDate } from './scalars.js';

/** GraphQL for people who are signed in; nobody else reaches a resolver. */
export const graphqlModule = GraphQLModule.forRootAsync<MercuriusDriverConfig>({
  driver: MercuriusDriver,
  inject: [RequestContext, ENV],
  useFactory: (requests: RequestContext, env: Env): MercuriusDriverConfig => ({
    autoSchemaFile: true,
    sortSchema: true,
    path: '/graphql',
    graphiql: false,
    // Compiled operations (graphql-jit) lose the default of a variable that is not passed: `$first: Int! = 50` failed the second time it was asked.
    jit: 0,
    csrfPrevention: true,
    allowBatchedQueries: false,
    validationRules: questionRules({ allowsIntrospection: env.NODE_ENV !== 'production' }),
    ...(env.NODE_ENV === 'production' && { persistedQueryProvider: onlyKnownOperations() }),
    context: (request: FastifyRequest) => ({
      request,
      // Asked for when a resolver needs it: Mercurius also makes a context for a request that was refused before anybody was let in.
      get signedIn() {
        return requests.known(request);
      },
    }),
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
  const errors = (execution.errors ?? []).flatMap(causesOf);
  const answers = errors.map((error) => ({ error, answer: answerOf(error) }));
  for (const { error, answer } of answers)
    if (answer.status >= 500) context.request?.log.error({ err: error.originalError ?? error }, 'operation failed');
  return {
    // Everything else is a GraphQL answer like any other; these two are of the request itself.
    statusCode: answers.map(({ answer }) => answer.status).find((status) => status === 401 || status === 413) ?? 200,
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

/** Of several things that are wrong with one question Mercurius makes one error; the asker reads them all. */
function causesOf(error: GraphQLError): readonly GraphQLError[] {
  const causes = (error.originalError as { errors?: unknown } | null | undefined)?.errors;
  const isList = Array.isArray(causes) && causes.length > 0 && causes.every((cause) => cause instanceof GraphQLError);
  return isList ? causes : [error];
}

/** What GraphQL itself finds wrong with a question is the asker's to read; everything else goes through the one mapping. */
function answerOf(error: GraphQLError) {
  if (
    error.originalError !== undefined &&
    error.originalError !== null &&
    !(error.originalError instanceof GraphQLError)
  )
    return answerTo(error.originalError);
  return {
    status: 400,
    code: 'InvalidInput' as const,
    reason: 'graphql',
    message: withoutHints(error.message),
    places: [],
  };
}

/** graphql-js proposes names that are near; to somebody who guesses they are a map of the schema. */
const withoutHints = (message: string): string => message.replace(/ Did you mean [^?]*\?/g, '');
