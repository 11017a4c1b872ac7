import type { CellRow } from '@datalab/data';
import type { SquareSheet as Sheet } from '@datalab/features';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsUUID, MaxLength } from 'class-validator';
import { CellTierEnum, DeliveredEnum, PictureViewEnum } from '../graphql/enums.js';
import { NearestAnswer } from './picture.type.js';

@InputType()
export class SquaresInput {
  @Field(() => ID) @IsUUID() labId!: string;
  @Field(() => PictureViewEnum) @IsIn(['mirror', 'lab']) view!: 'mirror' | 'lab';
  @Field(() => ID) @IsUUID() datasetId!: string;
  @Field({ description: '2024' }) @MaxLength(4) year!: string;
  @Field({ description: 'A canonical category, or all.' }) @MaxLength(40) category!: string;
}

@ObjectType({ description: 'A square of 200 m with the number that it shows.' })
export class Square {
  @Field(() => ID, { description: 'South-west corner in hundreds of metres of EPSG:28992, as CBS writes it.' })
  code!: string;
  @Field({ description: 'The area of the lowest level in which its middle lies.' }) areaCode!: string;
  @Field(() => CellTierEnum) tier!: CellRow['tier'];
  @Field(() => Int, { nullable: true }) reports!: number | null;
}

@ObjectType({ description: 'What can be said of every square without a number that lies in this area.' })
export class SquareAnswer {
  @Field() areaCode!: string;
  @Field(() => NearestAnswer) nearest!: NearestAnswer;
}

@ObjectType({
  description:
    'One year on squares of 200 m. A square that is not listed holds nothing, or what may not be shown; in the mirror no report of which the square is known.',
})
export class SquareSheet {
  @Field(() => ID) snapshotId!: string;
  @Field() year!: string;
  @Field() category!: string;
  @Field(() => DeliveredEnum) delivered!: Sheet['delivered'];
  @Field(() => [Square]) squares!: Square[];
  @Field(() => [SquareAnswer]) answers!: SquareAnswer[];
}
