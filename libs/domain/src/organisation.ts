export const ORGANISATION_TYPES = [
  'municipality',
  'police',
  'ggd',
  'housing_corporation',
  'wijkteam',
  'care_provider',
  'fire_brigade',
  'school',
  'university',
  'other',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

/** What a person may be in a lab (product.md §2). A person holds roles per lab; only the administrator's is of the platform. */
export const LAB_ROLES = [
  'data_steward',
  'coordinator',
  'domain_expert',
  'analyst',
  'privacy_officer',
  'wijkteam_member',
] as const;
export type LabRole = (typeof LAB_ROLES)[number];
