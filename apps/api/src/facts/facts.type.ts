import type { KnownFactKind, KnownUnit } from '@datalab/domain';
import { Field, Float, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { KnownFactKindEnum, KnownUnitEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({
  description: 'What an organisation knew before anything was delivered: a figure, or where a document lies.',
})
export class KnownFact {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field(() => KnownFactKindEnum) kind!: KnownFactKind;
  @Field() title!: string;
  @Field() note!: string;
  @Field() source!: string;
  @Field({ description: 'Published already: no floor holds for it.' }) isPublished!: boolean;
  @Field(() => Float, { nullable: true }) value!: number | null;
  @Field(() => KnownUnitEnum, { nullable: true }) unit!: KnownUnit | null;
  @Field(() => String, { nullable: true }) areaCode!: string | null;
  @Field(() => GraphQLDate, { nullable: true }) from!: string | null;
  @Field(() => GraphQLDate, { nullable: true }) to!: string | null;
  @Field(() => String, { nullable: true }) location!: string | null;
  @Field(() => GraphQLISODateTime) addedAt!: Date;
}

@ObjectType({ description: 'That an organisation has nothing to deliver, at all or to one dataset.' })
export class NothingToDeliver {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field(() => ID, { nullable: true, description: 'Null: nothing at all.' }) datasetId!: string | null;
  @Field() reason!: string;
  @Field(() => GraphQLISODateTime) declaredAt!: Date;
}

@ObjectType({ description: 'What the lab wants to find out in step 4, with what was seen that made somebody ask.' })
export class DeeperQuestion {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field() question!: string;
  @Field() seen!: string;
  @Field(() => ID, { nullable: true }) datasetId!: string | null;
  @Field(() => String, { nullable: true }) areaCode!: string | null;
  @Field(() => String, { nullable: true }) category!: string | null;
  @Field(() => String, { nullable: true }) period!: string | null;
  @Field(() => GraphQLISODateTime) writtenAt!: Date;
}
