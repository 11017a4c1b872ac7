import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import {
  NoSchemaIntrospectionCustomRule,
  type GraphQLError,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** How large a question may be; the cost at least twice what a screen of ours asks (`known-operations.spec.ts` holds them to it). */
export const QUESTION_LIMITS = {
  /** Fields within fields. */
  depth: 8,
  /** Other names for fields: what one question could use to ask the same a thousand times. */
  aliases: 15,
  /** One per scalar, two per object, half as much again for each level down, times the page size where it is written in the question. */
  cost: 25_000,
} as const;

const settings = {
  propagateOnRejection: false,
  // A rule that throws, as these do by themselves, leaves Mercurius without a list of errors.
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
  exposeLimits: true,
  flattenFragments: true,
};

/** What is checked of a question before anything is asked of the database. As a list: the function form does not go with Mercurius' cache. */
export const questionRules = ({
  allowsIntrospection,
  share = 1,
}: {
  allowsIntrospection: boolean;
  /** Part of the cost that is allowed here; less than 1 in the test that measures the room that is left. */
  share?: number;
}): ValidationRule[] => [
  maxDepthRule({ ...settings, n: QUESTION_LIMITS.depth, ignoreIntrospection: allowsIntrospection }) as ValidationRule,
  maxAliasesRule({ ...settings, n: QUESTION_LIMITS.aliases }) as ValidationRule,
  costLimitRule({
    ...settings,
    maxCost: QUESTION_LIMITS.cost * share,
    ignoreIntrospection: allowsIntrospection,
  }) as ValidationRule,
  ...(allowsIntrospection ? [] : [NoSchemaIntrospectionCustomRule]),
];
