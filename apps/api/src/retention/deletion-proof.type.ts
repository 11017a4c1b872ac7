import type { DeletionProofRow } from '@datalab/data';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class DeletedCount {
  @Field() what!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({
  description: 'That something was deleted: how much, why, and a digest to check it by. Never what it was.',
})
export class DeletionProof {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true, description: 'Null for what belongs to the lab as a whole.' })
  datasetName!: string | null;
  @Field(() => String, { description: 'rows, snapshot, upload, work or sessions' }) objectKind!: string;
  @Field(() => ID) objectId!: string;
  @Field() reason!: string;
  @Field(() => [DeletedCount]) counts!: DeletedCount[];
  @Field(() => String, { nullable: true, description: 'See docs/adr/0029.' }) digest!: string | null;
  @Field(() => GraphQLISODateTime) deletedAt!: Date;
}

export const toProof = ({ counts, ...row }: DeletionProofRow): DeletionProof => ({
  ...row,
  counts: Object.entries(counts).map(([what, count]) => ({ what, count })),
});
