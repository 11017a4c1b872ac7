import type { ApiClientRow, InvitationRow, MemberRow, PersonRow } from '@datalab/data';
import type { LabRole } from '@datalab/domain';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { ApiClientScopeEnum, LabRoleEnum } from '../graphql/enums.js';
import { Organisation } from './organisation.type.js';

@ObjectType({ description: 'A lab by its name alone, for an administrator, who sees nothing of what it is about.' })
export class LabName {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@ObjectType()
export class RoleInLab {
  @Field(() => ID) labId!: string;
  @Field(() => LabRoleEnum) role!: LabRole;
}

@ObjectType({ description: 'Somebody who signs in, as the administrator sees them.' })
export class Person {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field() email!: string;
  @Field(() => ID) organisationId!: string;
  @Field() isAdministrator!: boolean;
  @Field({ description: 'Named to begin labs; who leads one may do so anyway.' }) mayFoundLabs!: boolean;
  @Field(() => GraphQLISODateTime, { nullable: true }) leftAt!: Date | null;
  @Field(() => [RoleInLab]) roles!: RoleInLab[];
}

@ObjectType()
export class MemberRole {
  @Field(() => LabRoleEnum) role!: LabRole;
  @Field(() => [String], { description: 'Codes of the areas of a wijkteam member; empty for every other role.' })
  areas!: string[];
}

@ObjectType({ description: 'Somebody who holds a role in a lab.' })
export class Member {
  @Field(() => ID) personId!: string;
  @Field() name!: string;
  @Field(() => Organisation) organisation!: Organisation;
  @Field(() => [MemberRole]) roles!: MemberRole[];
}

@ObjectType({ description: 'The way in for somebody who is not here yet.' })
export class Invitation {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field(() => ID, { nullable: true }) labId!: string | null;
  @Field() email!: string;
  @Field(() => [LabRoleEnum]) roles!: LabRole[];
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) acceptedAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) withdrawnAt!: Date | null;
}

@ObjectType()
export class MadeInvitation {
  @Field(() => Invitation) invitation!: Invitation;
  @Field({ description: 'Path and secret of the link; shown this once.' }) linkPath!: string;
}

@ObjectType({ description: 'A program of an organisation that delivers in one lab.' })
export class ApiClient {
  @Field(() => ID) id!: string;
  @Field(() => ID) organisationId!: string;
  @Field(() => ID) labId!: string;
  @Field({ description: 'Its name at the identity provider.' }) clientId!: string;
  @Field() name!: string;
  @Field(() => [ApiClientScopeEnum]) scopes!: string[];
  @Field(() => GraphQLISODateTime) createdAt!: Date;
  @Field(() => GraphQLISODateTime, { nullable: true }) endedAt!: Date | null;
}

export const toApiClient = (row: ApiClientRow): ApiClient => ({
  ...row,
  scopes: row.scopes.map((scope) => scope.replace(':', '_')),
});

export const toMember = ({
  organisationId: id,
  organisationName: name,
  organisationType: type,
  ...row
}: MemberRow): Member => ({
  ...row,
  organisation: { id, name, type },
});

/** Times inside a JSON column come as texts; the columns of a row come as dates. */
export const toPerson = (row: PersonRow): Person => row;
export const toInvitation = (row: InvitationRow): Invitation => row;
