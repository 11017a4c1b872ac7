import type { AuditOutcome, AuditPage as Page, AuditRow, SealState as State } from '@datalab/data';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';
import { AuditOutcomeEnum } from '../graphql/enums.js';

@ObjectType({ description: 'A figure or a word of what was done; never a value of a row.' })
export class AuditDetail {
  @Field() name!: string;
  @Field() value!: string;
}

@ObjectType({ description: 'What was read or done, refused or failed: by whom, to what, for which purpose.' })
export class AuditEvent {
  @Field(() => ID) id!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Null for somebody of another organisation, and for the platform.',
  })
  actorName!: string | null;
  @Field(() => String, { nullable: true, description: 'Null for the platform itself.' })
  organisationName!: string | null;
  @Field() action!: string;
  @Field() objectKind!: string;
  @Field(() => ID) objectId!: string;
  @Field(() => AuditOutcomeEnum) outcome!: AuditOutcome;
  @Field() purpose!: string;
  @Field() requestId!: string;
  @Field(() => [AuditDetail]) detail!: AuditDetail[];
  @Field(() => Int, { nullable: true, description: 'Its number in the chain; null while it is not sealed.' })
  seq!: number | null;
}

@ObjectType()
export class AuditPage {
  @Field(() => [AuditEvent]) items!: AuditEvent[];
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}

@ObjectType()
export class AuditPerson {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'What the log of a lab can be filtered by.' })
export class AuditChoices {
  @Field(() => [String]) actions!: string[];
  @Field(() => [String]) objectKinds!: string[];
  @Field(() => [AuditPerson], { description: 'The own people who are in it.' }) people!: AuditPerson[];
}

@ObjectType({ description: 'How far the log of a lab is sealed.' })
export class SealState {
  @Field(() => Int) sealed!: number;
  @Field(() => Int, { description: 'Events that wait for the sealer; nothing can be said of them yet.' })
  unsealed!: number;
  @Field(() => GraphQLISODateTime, { nullable: true }) lastSealedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'The day of the newest signed head, YYYY-MM-DD in UTC.' })
  headDay!: string | null;
  @Field(() => Int, { nullable: true, description: 'How far that head goes.' }) headSeq!: number | null;
  @Field(() => String, { nullable: true, description: 'What it is checked with, in base64url.' })
  publicKey!: string | null;
}

const toEvent = ({ at, outcome, detail, ...row }: AuditRow): AuditEvent => ({
  ...row,
  at: new Date(at),
  outcome: outcome as AuditOutcome,
  detail: Object.entries(JSON.parse(detail) as Record<string, unknown>).map(([name, value]) => ({
    name,
    value: String(value),
  })),
});

export const toPage = ({ items, nextCursor }: Page): AuditPage => ({ items: items.map(toEvent), nextCursor });

export const toSealState = ({ head, ...state }: State): SealState => ({
  ...state,
  headDay: head?.day ?? null,
  headSeq: head?.seq ?? null,
  publicKey: head?.publicKey ?? null,
});
