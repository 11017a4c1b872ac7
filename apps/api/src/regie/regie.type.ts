import type { ContextKind } from '@datalab/domain';
import type { MondayPage as MondayView, RegieCard as RegieView } from '@datalab/features';
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { ChangeEnum, ContextKindEnum, HotSinceEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';
import { Comparison, NearestAnswer } from '../picture/picture.type.js';
import { Solution, toSolution } from '../solutions/solution.type.js';

@ObjectType()
export class RegieArea {
  @Field() code!: string;
  @Field() name!: string;
  @Field() level!: string;
}

@ObjectType()
export class RegisteringOrganisation {
  @Field(() => ID) organisationId!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'How an organisation is reached for an area: an office and its hours.' })
export class AreaContact {
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field() areaCode!: string;
  @Field() reach!: string;
}

@ObjectType({ description: 'Something that an organisation takes up in an area.' })
export class Pickup {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field() areaCode!: string;
  @Field() what!: string;
  @Field(() => GraphQLDate, { nullable: true }) nextOn!: string | null;
}

@ObjectType({ description: 'What somebody who knows a place adds to its figures.' })
export class ContextNote {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field() areaCode!: string;
  @Field(() => ContextKindEnum) kind!: ContextKind;
  @Field() words!: string;
  @Field(() => GraphQLDate) startsOn!: string;
  @Field(() => GraphQLDate, { nullable: true }) endsOn!: string | null;
}

@ObjectType({ description: 'What a source tells of an area over its newest whole year.' })
export class AreaFigure {
  @Field(() => ID) datasetId!: string;
  @Field() datasetName!: string;
  @Field() period!: string;
  @Field(() => Int, { nullable: true, description: 'Null where it is not shown.' }) reports!: number | null;
  @Field(() => Float, { nullable: true }) ratePerThousand!: number | null;
  @Field(() => Comparison, { nullable: true }) compared!: Comparison | null;
  @Field(() => NearestAnswer, { nullable: true }) nearest!: NearestAnswer | null;
}

@ObjectType({ description: 'One area: who registers there, whom to reach, what runs, who picks it up, when next.' })
export class RegieCard {
  @Field(() => RegieArea) area!: RegieArea;
  @Field(() => [RegisteringOrganisation], { description: 'Of others nothing is said, not that they have none.' })
  registering!: RegisteringOrganisation[];
  @Field(() => [AreaFigure]) figures!: AreaFigure[];
  @Field(() => [AreaContact]) contacts!: AreaContact[];
  @Field(() => [Solution]) running!: Solution[];
  @Field(() => [Pickup]) pickups!: Pickup[];
  @Field(() => [ContextNote]) notes!: ContextNote[];
  @Field(() => GraphQLDate, { nullable: true }) nextOn!: string | null;
}

@ObjectType({ description: 'The newest closed quarter or year of one source beside the same one a year before.' })
export class SourceChange {
  @Field(() => ID) datasetId!: string;
  @Field() datasetName!: string;
  @Field() period!: string;
  @Field() before!: string;
  @Field(() => Int, { nullable: true, description: 'Null where it is not shown.' }) now!: number | null;
  @Field(() => Int, { nullable: true }) then!: number | null;
  @Field(() => ChangeEnum) change!: MondayView['changes'][number]['change'];
  @Field(() => Comparison, { nullable: true }) compared!: Comparison | null;
  @Field(() => NearestAnswer, { nullable: true, description: 'Where the number of now is not shown.' })
  nearest!: NearestAnswer | null;
}

@ObjectType()
export class HotArea {
  @Field() areaCode!: string;
  @Field() name!: string;
  @Field(() => ID) datasetId!: string;
  @Field(() => HotSinceEnum) since!: MondayView['hotAreas'][number]['since'];
}

@ObjectType({ description: 'What a wijkteam needs on Monday: what changed, what stayed, what was agreed.' })
export class MondayPage {
  @Field(() => RegieArea) area!: RegieArea;
  @Field(() => GraphQLISODateTime) madeAt!: Date;
  @Field(() => [SourceChange]) changes!: SourceChange[];
  @Field(() => [HotArea]) hotAreas!: HotArea[];
  @Field(() => [Solution]) agreed!: Solution[];
  @Field(() => [Pickup]) pickups!: Pickup[];
  @Field(() => [ContextNote]) notes!: ContextNote[];
}

/** A measure on a card or a page stands there without what is measured of it: that is on its own page. */
const bare = { plan: null, evaluation: null };

export const toRegieCard = ({ running, ...card }: RegieView): RegieCard => ({
  ...card,
  running: running.map((row) => toSolution({ ...row, ...bare })),
});
export const toMondayPage = ({ agreed, ...page }: MondayView): MondayPage => ({
  ...page,
  agreed: agreed.map((row) => toSolution({ ...row, ...bare })),
});
