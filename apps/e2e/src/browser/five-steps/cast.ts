import { CITY, GGD, HOUSING, inRole } from '../../installations/fresh-demo-lab.js';

/** Who acts on the screen, by their subject. */
export const COORDINATOR = inRole('coordinator', CITY);
export const ANALYST = inRole('analyst', CITY);
export const EXPERT = inRole('domain_expert', GGD);
export const STEWARD = inRole('data_steward', GGD);
export const OFFICER = inRole('privacy_officer', GGD);
export const CITY_EXPERT = inRole('domain_expert', CITY);
export const HOUSING_OFFICER = inRole('privacy_officer', HOUSING);
/** The other organisations: what they say too, they say over the API. */
export const OTHERS = [CITY, HOUSING];

/** What step 1 draws: a description of the map, and a comparison of who hears what. */
export const MAP_SHELL = 'Waar wij vaker zouden moeten zijn';
export const MIX_SHELL = 'Wie van ons wat hoort';
