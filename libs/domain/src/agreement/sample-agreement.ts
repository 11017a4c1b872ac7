import type { OrganisationType } from '../organisation.js';
import type { AgreedField } from './agreed-field.js';
import type { AgreementDocument, AgreementParty, LegalBasis, SpecialBasis } from './agreement-document.js';

/** An organisation of the lab, as it takes part. */
export interface SampleParty {
  readonly organisationId: string;
  readonly name: string;
  readonly type: OrganisationType;
}

/** The ground on which an organisation of a type usually takes part: to start from, and for its own privacy officer to check. */
const USUAL_BASIS: Readonly<
  Record<OrganisationType, { basis: LegalBasis; law: string; specialBasis: SpecialBasis | null }>
> = {
  municipality: {
    basis: 'public_task',
    law: 'artikel 160 en 172 Gemeentewet en artikel 2.1.1 Wmo 2015',
    specialBasis: 'health_or_social_care',
  },
  police: {
    basis: 'public_task',
    law: 'artikel 3 Politiewet 2012 en artikel 22 Wet politiegegevens',
    specialBasis: 'scientific_research',
  },
  ggd: { basis: 'public_task', law: 'artikel 2 Wet publieke gezondheid', specialBasis: 'public_health' },
  housing_corporation: {
    basis: 'legitimate_interest',
    law: 'leefbaarheid als bedoeld in artikel 45 Woningwet',
    specialBasis: null,
  },
  wijkteam: { basis: 'public_task', law: 'artikel 2.3.1 Wmo 2015', specialBasis: 'health_or_social_care' },
  care_provider: {
    basis: 'public_task',
    law: 'artikel 2.1.1 Wmo 2015, in opdracht van de gemeente',
    specialBasis: 'health_or_social_care',
  },
  fire_brigade: { basis: 'public_task', law: "artikel 3 Wet veiligheidsregio's", specialBasis: null },
  school: { basis: 'public_task', law: 'artikel 8 Wet op het primair onderwijs', specialBasis: null },
  university: {
    basis: 'public_task',
    law: 'artikel 1.3 Wet op het hoger onderwijs en wetenschappelijk onderzoek',
    specialBasis: 'scientific_research',
  },
  other: { basis: 'legitimate_interest', law: 'nog in te vullen', specialBasis: null },
};

/** A party with the ground that is usual for its type. */
export const usualParty = (party: SampleParty): AgreementParty => ({ ...party, ...USUAL_BASIS[party.type] });

const PLACE_AND_TIME: readonly AgreedField[] = [
  'occurred_on',
  'occurred_hour',
  'registered_on',
  'category',
  'area_code',
  'period',
  'count',
];
const ABOUT_THE_ADDRESS: readonly AgreedField[] = ['household_key', 'household_role', 'address_kind'];

/**
 * An agreement to start from, careful in each choice: no special-category data, nothing linked, no way back, the platform's floors. Text is
 * Dutch. It is whole: as it stands it may be signed where there are two parties or more and none of type `other` still has its law to fill in.
 */
export function sampleAgreement(
  parties: readonly SampleParty[],
  lab: { name: string; question: string },
): AgreementDocument {
  const question = lab.question.trim();
  return {
    labName: lab.name,
    parties: parties.map(usualParty),
    background:
      'Meldingen van overlast komen bij verschillende organisaties binnen. Niemand heeft het overzicht dat nodig is om tot goede oplossingen te komen.' +
      (question === '' ? '' : ` Partijen onderzoeken samen: ${question}`),
    purposes: ['understand_nuisance', 'deploy_people_and_means', 'evaluate_measures', 'improve_registration'],
    fields: {
      descriptive: [...PLACE_AND_TIME, ...ABOUT_THE_ADDRESS, 'reporter_key', 'reporter_type'],
      diagnostic: [...PLACE_AND_TIME, ...ABOUT_THE_ADDRESS, 'near_care_location'],
      predictive: ['occurred_on', 'category', 'area_code', 'period', 'count'],
    },
    links: [],
    floors: { lab: { reports: 5, households: 5 }, public: { reports: 10, households: 10 } },
    retentionMonths: 36,
    recipients: ['participants', 'wijkteams', 'public'],
    wayBackReceiverId: null,
    embargoDays: 14,
    answerDays: 42,
    checkDays: 10,
    dpia: null,
    arrangements: '',
  };
}
