import type { AuditFilter, AuditOutcome } from '@datalab/data';
import { Field, GraphQLISODateTime, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsDate, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { AUDIT_OUTCOMES } from '@datalab/data';
import { AuditOutcomeEnum } from '../graphql/enums.js';

const WORD = /^[a-zA-Z0-9]+([._-][a-zA-Z0-9]+)*$/;

/** Which events of a lab's audit log; in a question and in the address of a download. */
@InputType()
export class AuditFilterInput {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From this moment on.' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Before this moment.' })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  before?: Date | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  actorId?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(WORD)
  action?: string | null;

  @Field(() => AuditOutcomeEnum, { nullable: true })
  @IsOptional()
  @IsIn(AUDIT_OUTCOMES)
  outcome?: AuditOutcome | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @Matches(WORD)
  objectKind?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  objectId?: string | null;
}

/** Null and absent are the same: not asked for. */
export const toFilter = (labId: string, input: AuditFilterInput): AuditFilter => ({
  labId,
  ...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined)),
});
