import type { CheckView } from '@datalab/features';
import type { ReviewVerdict } from '@datalab/domain';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { ReviewVerdictEnum } from '../graphql/enums.js';
import { GraphQLJson } from '../graphql/scalars.js';
import { Release, toRelease } from './release.type.js';

@ObjectType({ description: 'One checker’s judgement of what stood there in one round.' })
export class ReleaseReview {
  @Field() organisationName!: string;
  @Field(() => String, { nullable: true, description: 'Name of a colleague; null for people of other organisations.' })
  personName!: string | null;
  @Field() asPrivacyOfficer!: boolean;
  @Field(() => ReviewVerdictEnum) verdict!: ReviewVerdict;
  @Field() remark!: string;
  @Field({ description: 'Of what lies there now; a change makes earlier judgements void.' }) counts!: boolean;
  @Field(() => GraphQLISODateTime) at!: Date;
  @Field({ description: 'This person judged so.' }) isMine!: boolean;
}

@ObjectType()
export class ReleaseComment {
  @Field() organisationName!: string;
  @Field(() => String, { nullable: true }) personName!: string | null;
  @Field() words!: string;
  @Field(() => GraphQLISODateTime) at!: Date;
}

@ObjectType({ description: 'A release as its checkers see it.' })
export class ReleaseCheck {
  @Field(() => Release) release!: Release;
  @Field(() => GraphQLJson, {
    nullable: true,
    description: 'Outcomes of rules and margins in bands; for checkers alone.',
  })
  check!: unknown;
  @Field(() => GraphQLJson, { description: 'Exact numbers of the own organisation in cells that are given.' })
  own!: unknown;
  @Field(() => [ReleaseReview]) reviews!: ReleaseReview[];
  @Field(() => [ReleaseComment]) comments!: ReleaseComment[];
  @Field() mayJudge!: boolean;
}

export const toReleaseCheck = (view: CheckView, personId: string): ReleaseCheck => ({
  ...view,
  release: toRelease(view.release, personId),
  reviews: view.reviews.map((review) => ({
    ...review,
    isMine: review.personId === personId,
    counts: review.round === view.release.round && review.digest === view.release.digest,
  })),
});
