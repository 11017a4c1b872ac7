import type { DatasetRow } from '@datalab/data';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { DatasetKind } from '@datalab/domain';
import { DatasetKindEnum } from '../graphql/enums.js';
import { GraphQLJson } from '../graphql/scalars.js';
import { Organisation } from '../people/organisation.type.js';

@ObjectType()
export class Dataset {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => DatasetKindEnum) kind!: DatasetKind;
  @Field(() => Organisation) organisation!: Organisation;
  @Field() vocabularyName!: string;
  @Field() vocabularyVersion!: string;
  @Field() legalBasis!: string;
  @Field() purpose!: string;
  @Field(() => [String], {
    nullable: true,
    description: 'For what it may be used, of the closed list; null where the agreement alone says so.',
  })
  purposes!: readonly string[] | null;
  @Field(() => Int) retentionMonths!: number;
  @Field({ description: 'Published already, so shown exact.' }) isOpen!: boolean;
  @Field(() => GraphQLJson, { nullable: true, description: 'How its files are read; for its own organisation alone.' })
  mapping!: unknown;
}

/** `ownOrganisationId`: whose mapping may be seen. */
export const toDataset = (row: DatasetRow, ownOrganisationId: string): Dataset => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  organisation: { id: row.organisationId, name: row.organisationName, type: row.organisationType },
  vocabularyName: row.vocabularyName,
  vocabularyVersion: row.vocabularyVersion,
  legalBasis: row.legalBasis,
  purpose: row.purpose,
  purposes: row.purposes,
  retentionMonths: row.retentionMonths,
  isOpen: row.isOpen,
  mapping: row.organisationId === ownOrganisationId ? row.mapping : null,
});
