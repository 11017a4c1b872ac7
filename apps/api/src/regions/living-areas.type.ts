import type { LivingAreasState as State } from '@datalab/features';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MaxLength } from 'class-validator';
import { LivingAreasStateEnum } from '../graphql/enums.js';

@ObjectType({ description: 'Neighbouring areas of the lowest level that are looked at as one.' })
export class LivingArea {
  @Field() code!: string;
  @Field() name!: string;
  @Field({ description: 'Of the area that it lies in.' }) parentName!: string;
  @Field(() => [String]) areaNames!: string[];
  @Field(() => Int, { nullable: true, description: 'Null where that is not known of every area in it.' })
  households!: number | null;
  @Field({ description: 'Has the least number of households that was asked for.' }) isLargeEnough!: boolean;
}

@ObjectType({
  description: 'The living areas of the region of a lab: fixed, or proposed from households and borders alone.',
})
export class LivingAreas {
  @Field(() => LivingAreasStateEnum) state!: State;
  @Field(() => Int) least!: number;
  @Field(() => [LivingArea]) areas!: LivingArea[];
}

@InputType()
export class LivingAreaNameInput {
  @Field() @MaxLength(60) code!: string;
  @Field() @MaxLength(200) name!: string;
}
