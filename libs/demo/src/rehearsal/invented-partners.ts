import type { LabRole, OrganisationType } from '@datalab/domain';

/** A partner of a rehearsal with the one person who answers for it. Nobody can sign in as them; their names say that they are invented. */
export interface InventedPartner {
  /** The source of a rehearsal (`INVENTED_SOURCES`) that it brings. */
  sourceKey: string;
  name: string;
  type: OrganisationType;
  personName: string;
}

/** Who rehearses along: with the organisation of who began it four, each with a source. */
export const INVENTED_PARTNERS: readonly InventedPartner[] = [
  {
    sourceKey: 'oefening-politie',
    name: 'Politie (verzonnen)',
    type: 'police',
    personName: 'Verzonnen collega van de politie',
  },
  { sourceKey: 'oefening-ggd', name: 'GGD (verzonnen)', type: 'ggd', personName: 'Verzonnen collega van de GGD' },
  {
    sourceKey: 'oefening-corporatie',
    name: 'Woningcorporatie (verzonnen)',
    type: 'housing_corporation',
    personName: 'Verzonnen collega van de corporatie',
  },
];

/** All that somebody does for an organisation in the five steps. */
export const INVENTED_ROLES: readonly LabRole[] = ['data_steward', 'domain_expert', 'privacy_officer'];
