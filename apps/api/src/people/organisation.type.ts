import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationType as TypeOfOrganisation } from '@datalab/domain';
import { OrganisationTypeEnum } from '../graphql/enums.js';

@ObjectType()
export class Organisation {
  @Field(() => ID) id!: string;
  @Field() name!: string;
  @Field(() => OrganisationTypeEnum) type!: TypeOfOrganisation;
}
