import type { RhythmGrain } from '@datalab/domain';
import type { Rhythm as Told, RhythmPoint as Point, ShownState } from '@datalab/features';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsUUID, MaxLength } from 'class-validator';
import { CellStateEnum, HoursKnownEnum, PictureViewEnum, RhythmGrainEnum } from '../graphql/enums.js';

@InputType()
export class RhythmInput {
  @Field(() => ID) @IsUUID() labId!: string;
  @Field(() => PictureViewEnum) @IsIn(['mirror', 'lab']) view!: 'mirror' | 'lab';
  @Field(() => ID) @IsUUID() datasetId!: string;
  @Field(() => ID) @MaxLength(40) areaCode!: string;
  @Field({ description: 'A canonical category, or all.' }) @MaxLength(40) category!: string;
}

@ObjectType({ description: 'One hour of the week, or one block of four hours. state null: zero.' })
export class RhythmPoint {
  @Field({ description: '1-13 is Monday from one o’clock at noon; weekend-3 the fourth block of four hours.' })
  period!: string;
  @Field(() => CellStateEnum, { nullable: true }) state!: ShownState | null;
  @Field(() => Int, { nullable: true }) reports!: number | null;
}

@ObjectType({ description: 'A series of which a rhythm is told.' })
export class RhythmPlace {
  @Field() level!: string;
  @Field() areaCode!: string;
  @Field() category!: string;
}

@ObjectType({ description: 'The rhythm of the week of one area over all years together.' })
export class Rhythm {
  @Field(() => HoursKnownEnum, { description: 'How many of the rows of the source know their hour.' })
  hours!: Told['hours'];
  @Field(() => RhythmGrainEnum, { nullable: true, description: 'Null where no rhythm is told.' })
  grain!: RhythmGrain | null;
  @Field(() => [RhythmPoint], { description: 'Monday first, or weekdays first.' }) points!: Point[];
  @Field(() => RhythmPlace, { nullable: true, description: 'The nearest series of which more is told.' })
  nearest!: RhythmPlace | null;
}
