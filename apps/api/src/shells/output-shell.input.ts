import {
  ANALYSIS_KINDS,
  ANALYSIS_UNITS,
  GRAINS,
  SHELL_METHODS,
  SHELL_ROWS,
  type AnalysisKind,
  type AnalysisUnit,
  type Grain,
  type ShellMethod,
  type ShellRows,
} from '@datalab/domain';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsUUID, Matches, MaxLength } from 'class-validator';
import { AnalysisKindEnum, AnalysisUnitEnum, GrainEnum, ShellRowsEnum } from '../graphql/enums.js';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

@InputType()
export class OutputShellInput {
  @Field() @MaxLength(160) title!: string;
  @Field(() => AnalysisKindEnum) @IsIn(ANALYSIS_KINDS) kind!: AnalysisKind;
  @Field(() => String) @IsIn(Object.keys(SHELL_METHODS)) method!: ShellMethod;
  @Field(() => AnalysisUnitEnum) @IsIn(ANALYSIS_UNITS) unit!: AnalysisUnit;
  @Field() @MaxLength(60) areaLevel!: string;
  @Field(() => GrainEnum) @IsIn(GRAINS) grain!: Grain;
  @Field(() => GraphQLDate) @Matches(DAY) periodFrom!: string;
  @Field(() => GraphQLDate) @Matches(DAY) periodTo!: string;
  @Field(() => [ID]) @ArrayMaxSize(50) @IsUUID(undefined, { each: true }) datasetIds!: string[];
  @Field(() => ShellRowsEnum) @IsIn(SHELL_ROWS) rows!: ShellRows;
  @Field(() => [String]) @ArrayMaxSize(8) @MaxLength(80, { each: true }) columns!: string[];
  @Field() @MaxLength(1_000) use!: string;
}
