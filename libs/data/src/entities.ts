import { LabStepEntity } from './labs/lab-step.entity.js';
import { LabEntity } from './labs/lab.entity.js';
import { MembershipEntity } from './labs/membership.entity.js';
import { DatasetEntity } from './loads/dataset.entity.js';
import { LoadEntity } from './loads/load.entity.js';
import { OrganisationEntity } from './organisations/organisation.entity.js';
import { PersonEntity } from './organisations/person.entity.js';
import { RegionEntity } from './regions/region.entity.js';

export const ENTITIES = [
  DatasetEntity,
  LabEntity,
  LabStepEntity,
  LoadEntity,
  MembershipEntity,
  OrganisationEntity,
  PersonEntity,
  RegionEntity,
];
