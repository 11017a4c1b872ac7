import type { WayBackRow } from '@datalab/data';
import type { WayBackState, Words } from '@datalab/domain';
import { HOUSEHOLD_GROUPS, type SealedWayBackList, type WayBackOverview as Overview } from '@datalab/features';
import { Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { WayBackStateEnum } from '../graphql/enums.js';

@ObjectType({ description: 'Which addresses of a result, in words; nobody but the worker knows which they are.' })
export class HouseholdGroup {
  @Field() code!: string;
  @Field() nl!: string;
  @Field() en!: string;
}

@ObjectType({ description: 'A released result at which the way back may begin.' })
export class WayBackStart {
  @Field(() => ID) releaseId!: string;
  @Field() title!: string;
  @Field(() => [HouseholdGroup]) groups!: HouseholdGroup[];
}

@ObjectType({ description: 'The organisation of care that the agreement in force names.' })
export class CareReceiver {
  @Field(() => ID) id!: string;
  @Field() name!: string;
}

@ObjectType({ description: 'What one organisation, whose knowledge would be revealed, answered.' })
export class WayBackAnswer {
  @Field(() => ID) organisationId!: string;
  @Field() organisationName!: string;
  @Field(() => Boolean, { nullable: true }) approves!: boolean | null;
  @Field() reason!: string;
  @Field(() => GraphQLISODateTime, { nullable: true }) at!: Date | null;
}

@ObjectType({ description: 'One request for the way back (care only): no address, no hash, no number of addresses.' })
export class WayBack {
  @Field(() => ID) id!: string;
  @Field(() => WayBackStateEnum) state!: WayBackState;
  @Field(() => ID) receiverId!: string;
  @Field() receiverName!: string;
  @Field(() => ID) releaseId!: string;
  @Field() title!: string;
  @Field(() => HouseholdGroup) group!: HouseholdGroup;
  @Field() reason!: string;
  @Field(() => GraphQLISODateTime) askedAt!: Date;
  @Field(() => [WayBackAnswer]) answers!: WayBackAnswer[];
  @Field(() => String, { nullable: true }) toldFirst!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) openedAt!: Date | null;
  @Field(() => String, { nullable: true }) failure!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) expiresAt!: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) destroyedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Band of the residents who were spoken with.' })
  reached!: string | null;
  @Field(() => String, { nullable: true, description: 'Band of the residents who have help now.' })
  helped!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true }) settledAt!: Date | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
}

@ObjectType({ description: 'The way back in one lab.' })
export class WayBackOverview {
  @Field(() => ID) labId!: string;
  @Field(() => CareReceiver, { nullable: true }) receiver!: CareReceiver | null;
  @Field(() => String, { nullable: true }) keyFingerprint!: string | null;
  @Field() mayAsk!: boolean;
  @Field(() => [WayBackStart]) starts!: WayBackStart[];
  @Field(() => [WayBack]) requests!: WayBack[];
}

@ObjectType({ description: 'The receiver’s own record hashes, sealed to a key that is at the receiver.' })
export class WayBackList {
  @Field(() => ID) wayBackId!: string;
  @Field({ description: 'Base64; opened on the receiver’s own computer.' }) box!: string;
  @Field() digest!: string;
  @Field(() => GraphQLISODateTime) expiresAt!: Date;
}

const groupOf = ({ code, words }: { code: string; words: Words }): HouseholdGroup => ({ code, ...words });

/** A request as it is told: the group in words. */
export function toWayBack({ householdGroup, method, ...row }: WayBackRow): WayBack {
  const group = HOUSEHOLD_GROUPS.find((one) => one.method === method && one.code === householdGroup);
  return {
    ...row,
    group: groupOf(group ?? { code: householdGroup, words: { nl: householdGroup, en: householdGroup } }),
  };
}

export const toOverview = (labId: string, { starts, requests, ...rest }: Overview): WayBackOverview => ({
  labId,
  ...rest,
  starts: starts.map((start) => ({ ...start, groups: start.groups.map(groupOf) })),
  requests: requests.map(toWayBack),
});

export const toList = ({ box, ...rest }: SealedWayBackList): WayBackList => ({ ...rest, box: box.toString('base64') });
