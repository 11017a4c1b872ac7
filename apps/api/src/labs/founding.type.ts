import type { AnalysisKind, AnalysisUnit, OrganisationType, Words } from '@datalab/domain';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsBoolean, IsInt, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { OrganisationTypeEnum } from '../graphql/enums.js';
import { Lab } from './lab.type.js';
import { Organisation } from '../people/organisation.type.js';

@ObjectType({ description: 'One text in the two languages of the platform.' })
export class TwoLanguages implements Words {
  @Field() nl!: string;
  @Field() en!: string;
}

@ObjectType()
export class TemplatePartner {
  @Field(() => OrganisationTypeEnum) type!: OrganisationType;
  @Field(() => TwoLanguages) brings!: Words;
}

@ObjectType({ description: 'A table that a lab of this kind usually wants.' })
export class ExampleShell {
  @Field(() => TwoLanguages) title!: Words;
  @Field(() => String) kind!: AnalysisKind;
  @Field(() => String) unit!: AnalysisUnit;
  @Field(() => TwoLanguages) rows!: Words;
  @Field(() => TwoLanguages) columns!: Words;
}

@ObjectType({ description: 'What an earlier lab taught.' })
export class Lesson {
  @Field(() => ID) id!: string;
  @Field() text!: string;
}

@ObjectType({ description: 'A ready template of a lab; everything in it is a suggestion.' })
export class LabTemplate {
  @Field() key!: string;
  @Field(() => TwoLanguages) name!: Words;
  @Field(() => TwoLanguages) goal!: Words;
  @Field(() => TwoLanguages) question!: Words;
  @Field(() => [TwoLanguages]) candidates!: readonly Words[];
  @Field(() => [TemplatePartner]) partners!: readonly TemplatePartner[];
  @Field(() => [TwoLanguages]) attention!: readonly Words[];
  @Field(() => [ExampleShell]) shells!: readonly ExampleShell[];
  @Field(() => [Lesson]) lessons!: Lesson[];
}

@ObjectType()
export class RegionChoice {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() code!: string;
}

@ObjectType({ description: 'What somebody chooses from who begins a lab.' })
export class FoundingOptions {
  @Field(() => [RegionChoice]) regions!: RegionChoice[];
  @Field(() => [Organisation]) organisations!: Organisation[];
  @Field(() => [LabTemplate]) templates!: LabTemplate[];
  @Field(() => [Lab], { description: 'Labs of which the set-up can be copied.' }) copies!: Lab[];
}

@InputType()
export class FoundLabInput {
  @Field() @MaxLength(200) name!: string;
  @Field() @MaxLength(2_000) goal!: string;
  @Field() @MaxLength(2_000) question!: string;
  @Field(() => ID) @IsUUID() regionId!: string;
  @Field(() => [ID], { description: 'Organisations beside the own one.' })
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  partnerIds!: string[];
  @Field(() => Int, { nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(100) quorum?: number;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) template?: string;
  @Field(() => ID, { nullable: true, description: 'A lab that this person leads; none of its data comes along.' })
  @IsOptional()
  @IsUUID()
  copyOf?: string;
  @Field() @IsBoolean() isRehearsal!: boolean;
}

@InputType()
export class LabSettingsInput {
  @Field() @MaxLength(200) name!: string;
  @Field() @MaxLength(2_000) goal!: string;
  @Field(() => ID) @IsUUID() regionId!: string;
  @Field(() => Int, { nullable: true, description: 'Left out: every organisation consents.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  quorum?: number;
}

/** GraphQL gives null for what was left out by some clients. */
export const withoutNulls = <T extends object>(input: T): T =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as T;
