import type { AnalysisKind, AnalysisUnit, Grain, ShellRows, ShellState } from '@datalab/domain';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { AnalysisKindEnum, AnalysisUnitEnum, GrainEnum, ShellRowsEnum, ShellStateEnum } from '../graphql/enums.js';
import { GraphQLDate } from '../graphql/scalars.js';

@ObjectType({ description: 'That an organisation approved a shell.' })
export class ShellApproval {
  @Field(() => ID) organisationId!: string;
  @Field(() => GraphQLISODateTime) approvedAt!: Date;
}

@ObjectType({ description: 'A table or map that will be made, before there is a number in it.' })
export class OutputShell {
  @Field(() => ID) id!: string;
  @Field(() => ID) labId!: string;
  @Field(() => ID, { description: 'Of who drafted it.' }) organisationId!: string;
  @Field() title!: string;
  @Field(() => AnalysisKindEnum) kind!: AnalysisKind;
  @Field({ description: 'Name as in the documentation of methods.' }) method!: string;
  @Field(() => AnalysisUnitEnum) unit!: AnalysisUnit;
  @Field() areaLevel!: string;
  @Field(() => GrainEnum) grain!: Grain;
  @Field(() => GraphQLDate) periodFrom!: string;
  @Field(() => GraphQLDate) periodTo!: string;
  @Field(() => [ID]) datasetIds!: string[];
  @Field(() => ShellRowsEnum) rows!: ShellRows;
  @Field(() => [String]) columns!: string[];
  @Field({ description: 'What will be done with it.' }) use!: string;
  @Field(() => Int) version!: number;
  @Field(() => ID, { nullable: true, description: 'The approved shell whose place it takes once approved.' })
  replaces!: string | null;
  @Field(() => ShellStateEnum) state!: ShellState;
  @Field(() => GraphQLISODateTime) since!: Date;
  @Field(() => String, { nullable: true, description: 'Why it was sent back.' }) remark!: string | null;
  @Field(() => [ShellApproval]) approvals!: ShellApproval[];
}
