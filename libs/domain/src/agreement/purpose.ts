import type { Words } from '../words.js';
/**
 * All that the parties of a lab may agree to use data for: a closed list. What is not in it cannot be agreed, whatever anybody types:
 * there is no purpose for tracing fraud, and none for enforcement or a measure against a person, a household or an address.
 * `deploy_people_and_means` is about an area and a time, never about a door.
 */
export const PURPOSES = [
  'understand_nuisance',
  'deploy_people_and_means',
  'evaluate_measures',
  'improve_registration',
  'fit_support_to_need',
  'scientific_research',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a purpose allows, as it stands in the agreement. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, Words>> = {
  understand_nuisance: {
    nl: 'begrijpen waar, wanneer en waarover overlast wordt gemeld, en wat daarmee samenhangt',
    en: 'understanding where, when and about what nuisance is reported, and what goes with it',
  },
  deploy_people_and_means: {
    nl: 'mensen en middelen inzetten in een gebied en op een tijd, nooit gericht op een persoon, huishouden of adres',
    en: 'deploying people and means to an area and a time, never aimed at a person, household or address',
  },
  evaluate_measures: {
    nl: 'nagaan of een maatregel in een gebied heeft gewerkt',
    en: 'finding out whether a measure in an area has worked',
  },
  improve_registration: {
    nl: 'het registreren van overlast beter en beter vergelijkbaar maken',
    en: 'making the registration of nuisance better and easier to compare',
  },
  fit_support_to_need: {
    nl: 'het aanbod van hulp en zorg beter laten passen bij wat er in een gebied nodig is',
    en: 'fitting the support and care on offer to what an area needs',
  },
  scientific_research: {
    nl: 'wetenschappelijk of statistisch onderzoek naar overlast, zonder uitkomsten over personen',
    en: 'scientific or statistical research into nuisance, without outcomes about persons',
  },
};

/** Whether a value is one of the purposes that exist. */
export const isPurpose = (value: unknown): value is Purpose => (PURPOSES as readonly unknown[]).includes(value);
