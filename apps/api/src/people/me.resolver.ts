import { packedRules } from '@datalab/access';
import { SessionRepository } from '@datalab/data';
import type { Ctx } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, ObjectType, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { SignedInRequest } from '../auth/request-context.js';
import { CurrentCtx, CurrentRequest } from '../graphql/current.decorator.js';
import { Organisation } from './organisation.type.js';

@ObjectType({ description: 'A browser in which one is signed in.' })
export class Session {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) startedAt!: Date;
  @Field(() => GraphQLISODateTime, { description: 'When the identity provider last agreed.' }) renewedAt!: Date;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
  @Field() isCurrent!: boolean;
}

@ObjectType({ description: 'Who is signed in.' })
export class Me {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true, description: 'Null for a program.' }) email!: string | null;
  @Field() isAdministrator!: boolean;
  @Field(() => Organisation) organisation!: Organisation;
  @Field({ description: 'What may be done, as packed CASL rules: to hide what would be refused.' }) rules!: string;
}

@Resolver(() => Me)
export class MeResolver {
  constructor(private readonly repository: SessionRepository) {}

  @Query(() => Me)
  me(@CurrentRequest() { ctx, person }: SignedInRequest): Me {
    const { actor, email, organisation } = person;
    const isAdministrator = actor.isAdministrator === true;
    return {
      id: actor.personId,
      name: actor.name,
      email,
      isAdministrator,
      organisation,
      rules: packedRules(ctx.ability),
    };
  }

  @ResolveField(() => [Session])
  sessions(@CurrentCtx() ctx: Ctx, @CurrentRequest() { credentials }: SignedInRequest): Promise<Session[]> {
    const current = credentials.kind === 'session' ? credentials.hash : undefined;
    return this.repository.listOf(ctx.actor.personId, current, ctx.clock.now());
  }
}
