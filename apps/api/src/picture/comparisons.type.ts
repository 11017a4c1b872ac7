import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { DeliveredEnum } from '../graphql/enums.js';

@ObjectType({
  description:
    'A number as one may know it: at least and at most. Equal where it is exact; no most: that many or more.',
})
export class Amount {
  @Field(() => Int) least!: number;
  @Field(() => Int, { nullable: true }) most!: number | null;
}

@ObjectType()
export class RowAmounts {
  @Field(() => Amount) added!: Amount;
  @Field(() => Amount) removed!: Amount;
  @Field(() => Amount) changed!: Amount;
}

@ObjectType()
export class DifferenceCell extends RowAmounts {
  @Field() period!: string;
  @Field() category!: string;
}

@ObjectType({
  description: 'How one source differs from the picture before: exact for its own organisation, in bands for the lab.',
})
export class SourceDifference {
  @Field(() => ID) datasetId!: string;
  @Field() isExact!: boolean;
  @Field({ description: 'False where the rows of the picture before are gone.' }) isKnown!: boolean;
  @Field() previousDigest!: string;
  @Field(() => GraphQLISODateTime) previousAt!: Date;
  @Field(() => RowAmounts) total!: RowAmounts;
  @Field(() => [DifferenceCell]) cells!: DifferenceCell[];
}

@ObjectType({ description: 'Per 1,000 inhabitants, with the exact 95 % Poisson interval of the protected count.' })
export class RateWithInterval {
  @Field(() => Float) rate!: number;
  @Field(() => Float) low!: number;
  @Field(() => Float) high!: number;
}

@ObjectType()
export class CrossSourceRow {
  @Field(() => ID) datasetId!: string;
  @Field() category!: string;
  @Field(() => Int, { nullable: true, description: 'Null: withheld.' }) reports!: number | null;
  @Field(() => Float, { nullable: true, description: 'Of all shown reports of the category.' }) share!: number | null;
  @Field(() => Float, { nullable: true, description: 'What the size of the source lets expect.' })
  expected!: number | null;
  @Field(() => Float, { nullable: true }) ratio!: number | null;
  @Field(() => RateWithInterval, { nullable: true }) rate!: RateWithInterval | null;
}

@ObjectType()
export class SourceDelivered {
  @Field(() => ID) datasetId!: string;
  @Field(() => DeliveredEnum) delivered!: 'full' | 'partial';
}

@ObjectType()
export class CrossSourceYear {
  @Field() year!: string;
  @Field(() => [SourceDelivered], { description: 'A source that is not named delivered nothing of this year.' })
  delivered!: SourceDelivered[];
  @Field(() => [CrossSourceRow]) rows!: CrossSourceRow[];
}

@ObjectType({
  description: 'Which party registers what: category by source, of the whole region, from protected counts.',
})
export class CrossSource {
  @Field(() => Int, { nullable: true }) population!: number | null;
  @Field(() => [CrossSourceYear]) years!: CrossSourceYear[];
}
