import { API_CLIENT_SCOPES, LAB_ROLES, type LabRole } from '@datalab/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { ApiClientScopeEnum, LabRoleEnum } from '../graphql/enums.js';

const MOST_AREAS = 200;

@InputType()
export class InvitationInput {
  @Field(() => ID)
  @IsUUID()
  organisationId!: string;

  @Field(() => ID, { nullable: true, description: 'Left out: to the organisation alone, by an administrator.' })
  @IsOptional()
  @IsUUID()
  labId?: string | null;

  @Field()
  @IsEmail()
  email!: string;

  @Field(() => [LabRoleEnum])
  @IsArray()
  @ArrayMaxSize(10)
  roles!: LabRole[];

  @Field(() => [String], { defaultValue: [], description: 'Codes of areas, for a wijkteam member.' })
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(MOST_AREAS)
  areas!: string[];

  @Field(() => Int, { defaultValue: 7 })
  @IsInt()
  @Min(1)
  @Max(30)
  validDays!: number;
}

@InputType()
export class RoleInput {
  @Field(() => ID)
  @IsUUID()
  labId!: string;

  @Field(() => ID)
  @IsUUID()
  personId!: string;

  // A field without a check is one that nobody may send.
  @Field(() => LabRoleEnum)
  @IsIn(LAB_ROLES)
  role!: LabRole;

  @Field(() => [String], { defaultValue: [] })
  @IsArray()
  @IsString({ each: true })
  @ArrayMaxSize(MOST_AREAS)
  areas!: string[];
}

@InputType()
export class ApiClientInput {
  @Field(() => ID)
  @IsUUID()
  organisationId!: string;

  @Field(() => ID)
  @IsUUID()
  labId!: string;

  @Field({ description: 'Its client id at the identity provider.' })
  @IsString()
  @Length(1, 200)
  clientId!: string;

  @Field(() => String, { nullable: true, description: 'The subject of its tokens, where that is not the client id.' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  subject?: string | null;

  @Field()
  @IsString()
  @Length(2, 120)
  name!: string;

  @Field(() => [ApiClientScopeEnum])
  @IsArray()
  @IsIn(API_CLIENT_SCOPES.map((scope) => scope.replace(':', '_')), { each: true })
  scopes!: string[];
}
