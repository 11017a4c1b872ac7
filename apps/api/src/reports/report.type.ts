import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'One of the own reports as it counts now, without keys and record hash.' })
export class Report {
  @Field(() => ID) datasetId!: string;
  @Field(() => GraphQLDate) occurredOn!: string;
  @Field({ description: 'day, month or year: how much of the date is known.' }) occurredPrecision!: string;
  @Field(() => Int, { nullable: true }) occurredHour!: number | null;
  @Field(() => GraphQLDate, { nullable: true }) registeredOn!: string | null;
  @Field() sourceCategory!: string;
  @Field() category!: string;
  @Field() placement!: string;
  @Field(() => String, { nullable: true }) areaCode!: string | null;
  @Field() householdRole!: string;
  @Field() addressKind!: string;
  @Field(() => String, { nullable: true }) reporterType!: string | null;
  @Field(() => Boolean, { nullable: true }) confusedBehaviour!: boolean | null;
  @Field(() => Boolean, { nullable: true }) nearCareLocation!: boolean | null;
  @Field(() => String, { nullable: true }) personsBand!: string | null;
  @Field(() => String, { nullable: true }) channel!: string | null;
  @Field(() => String, { nullable: true }) status!: string | null;
  @Field(() => GraphQLDate, { nullable: true }) closedOn!: string | null;
}

@ObjectType()
export class ReportPage {
  @Field(() => [Report]) items!: Report[];
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}
