import type { LabRhythm } from '@datalab/data';
import type { AreaChange as AreaChangeView } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ChangeEnum, LabRhythmEnum } from '../graphql/enums.js';

@ObjectType({ description: 'How often a lab makes its picture anew, beside the baseline that it began with.' })
export class LabSchedule {
  @Field(() => LabRhythmEnum) rhythm!: LabRhythm;
  @Field(() => String, { description: 'The day from which the next picture is due, YYYY-MM-DD.' }) nextDue!: string;
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Of the baseline measurement.' })
  baselineMadeAt!: Date | null;
}

@ObjectType({ description: 'An area that is compared with the baseline.' })
export class ComparedArea {
  @Field() code!: string;
  @Field() name!: string;
  @Field({ description: 'It lies in no other: the whole region, or one of its largest areas.' }) isWhole!: boolean;
}

@ObjectType({ description: 'One area of one source now beside the baseline.' })
export class AreaSinceBaseline {
  @Field() areaCode!: string;
  @Field(() => Int, { nullable: true, description: 'Null where it was not shown.' }) then!: number | null;
  @Field(() => Int, { nullable: true, description: 'Null where it is not shown.' }) now!: number | null;
  @Field(() => ChangeEnum) change!: AreaChangeView['change'];
}

@ObjectType({ description: 'One source now beside the same quarter of the baseline.' })
export class SourceSinceBaseline {
  @Field(() => ID) datasetId!: string;
  @Field() datasetName!: string;
  @Field(() => String, { nullable: true, description: 'Both null while there is nothing to compare yet.' })
  then!: string | null;
  @Field(() => String, { nullable: true }) now!: string | null;
  @Field(() => [AreaSinceBaseline]) areas!: AreaSinceBaseline[];
}

@ObjectType({ description: 'How a lab that keeps measuring stands to the baseline that it began with.' })
export class SinceBaseline {
  @Field(() => GraphQLISODateTime) baselineMadeAt!: Date;
  @Field(() => GraphQLISODateTime) madeAt!: Date;
  @Field(() => [ComparedArea]) areas!: ComparedArea[];
  @Field(() => [SourceSinceBaseline]) sources!: SourceSinceBaseline[];
}
