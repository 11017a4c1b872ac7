import { KNOWN_FACT_KINDS, KNOWN_UNITS, type KnownFactKind, type KnownUnit } from '@datalab/domain';
import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsIn, IsNumber, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { KnownFactKindEnum, KnownUnitEnum } from '../graphql/enums.js';
import { DAY, GraphQLDate } from '../graphql/scalars.js';

@InputType({ description: 'A figure has a value, a unit and days; a document has a location.' })
export class KnownFactInput {
  @Field(() => KnownFactKindEnum) @IsIn(KNOWN_FACT_KINDS) kind!: KnownFactKind;
  @Field() @MaxLength(200) title!: string;
  @Field({ defaultValue: '' }) @MaxLength(2_000) note!: string;
  @Field() @MaxLength(300) source!: string;
  @Field() @IsBoolean() isPublished!: boolean;
  @Field(() => Float, { nullable: true }) @IsOptional() @IsNumber() value?: number | null;
  @Field(() => KnownUnitEnum, { nullable: true }) @IsOptional() @IsIn(KNOWN_UNITS) unit?: KnownUnit | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) areaCode?: string | null;
  @Field(() => GraphQLDate, { nullable: true }) @IsOptional() @Matches(DAY) from?: string | null;
  @Field(() => GraphQLDate, { nullable: true }) @IsOptional() @Matches(DAY) to?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) location?: string | null;
}

@InputType()
export class DeeperQuestionInput {
  @Field() @MaxLength(1_000) question!: string;
  @Field({ defaultValue: '' }) @MaxLength(1_000) seen!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() datasetId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) areaCode?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(40) category?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(10) period?: string | null;
}

/** What stands in one kind of fact only is left out of the other. */
export const factOf = ({ kind, title, note, source, isPublished, ...places }: KnownFactInput): object => {
  const common = { kind, title, note, source, isPublished };
  if (kind === 'document') return { ...common, location: places.location };
  const { value, unit, areaCode, from, to } = places;
  return { ...common, value, unit, areaCode: areaCode ?? null, from, to };
};

export const questionOf = ({ question, seen, datasetId, areaCode, category, period }: DeeperQuestionInput): object => ({
  question,
  seen,
  datasetId: datasetId ?? null,
  areaCode: areaCode ?? null,
  category: category ?? null,
  period: period ?? null,
});
