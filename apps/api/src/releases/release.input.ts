import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { RELEASE_TIERS, type ReleaseTier } from '@datalab/domain';
import { ReleaseTierEnum } from '../graphql/enums.js';
import { GraphQLJson } from '../graphql/scalars.js';

@InputType({ description: 'What a reader must know of a release.' })
export class ReleaseContextInput {
  @Field() @MaxLength(160) title!: string;
  @Field() @MaxLength(2_000) what!: string;
  @Field() @MaxLength(2_000) why!: string;
  @Field() @MaxLength(2_000) notToConclude!: string;
}

@InputType()
export class ReleaseWishesInput {
  @Field(() => ReleaseTierEnum) @IsIn(RELEASE_TIERS) tier!: ReleaseTier;
  @Field(() => Int) @IsInt() @Min(0) @Max(366) embargoDays!: number;
  @Field() @IsBoolean() wantsStanding!: boolean;
}

@InputType({ description: 'Either the result of a run, or the design of a table of the picture.' })
export class DraftReleaseInput {
  @Field(() => ID) @IsUUID() labId!: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsUUID() runId?: string;
  // Checked whole by its own schema in the service.
  @Field(() => GraphQLJson, { nullable: true }) @IsOptional() design?: unknown;
  @Field(() => ReleaseContextInput) @ValidateNested() @Type(() => ReleaseContextInput) context!: ReleaseContextInput;
  @Field(() => ReleaseWishesInput) @ValidateNested() @Type(() => ReleaseWishesInput) wishes!: ReleaseWishesInput;
}
