import { Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { SignedInPerson } from '@datalab/data';
import { CurrentPerson } from '../graphql/current.decorator.js';
import { Organisation } from './organisation.type.js';

@ObjectType({ description: 'Who is signed in.' })
export class Me {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => Organisation) organisation!: Organisation;
}

@Resolver(() => Me)
export class MeResolver {
  @Query(() => Me)
  me(@CurrentPerson() { actor, organisation }: SignedInPerson): Me {
    return { id: actor.personId, name: actor.name, organisation };
  }
}
