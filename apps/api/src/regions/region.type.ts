import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class AreaLevel {
  @Field() code!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true, description: 'What its codes begin with, where partners leave that out.' })
  codePrefix!: string | null;
  @Field(() => Int) areas!: number;
  @Field() hasGeometry!: boolean;
}

@ObjectType()
export class Region {
  @Field(() => ID) id!: string;
  @Field() code!: string;
  @Field() name!: string;
  @Field() country!: string;
  @Field() timeZone!: string;
  @Field(() => Int) divisionYear!: number;
  @Field(() => [AreaLevel], { description: 'Highest first.' }) levels!: AreaLevel[];
  @Field() hasAddresses!: boolean;
  @Field() hasPostcodes!: boolean;
}
