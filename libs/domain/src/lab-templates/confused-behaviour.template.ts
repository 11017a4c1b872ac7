import type { LabTemplate } from './lab-template.js';

/** Suggestions for a lab on nuisance and confused behaviour. */
export const confusedBehaviour: LabTemplate = {
  key: 'confused_behaviour',
  name: { nl: 'Overlast en verward gedrag', en: 'Nuisance and confused behaviour' },
  goal: {
    nl: 'Minder overlast rond mensen met verward gedrag, en passende hulp voor hen.',
    en: 'Less nuisance around people with confused behaviour, and fitting help for them.',
  },
  question: {
    nl: 'Waar en wanneer komen meldingen over verward gedrag samen, en welke hulp is daar wel en niet?',
    en: 'Where and when do reports of confused behaviour come together, and which help is there or missing?',
  },
  candidates: [
    {
      nl: 'Gaat het om veel adressen met één melding, of om weinig adressen met veel meldingen?',
      en: 'Is it many addresses with one report, or few addresses with many?',
    },
    {
      nl: 'Hoeveel van de adressen zijn bij meer dan één partij bekend?',
      en: 'How many addresses are known to more than one party?',
    },
    {
      nl: 'Wordt hulp uit de Wmo gebruikt waar de meldingen vandaan komen?',
      en: 'Is Wmo support used where the reports come from?',
    },
  ],
  partners: [
    {
      type: 'municipality',
      brings: { nl: 'Meldingen openbare ruimte en Wmo-gebruik', en: 'Public-space reports and use of Wmo support' },
    },
    { type: 'police', brings: { nl: 'Incidenten, waaronder E33', en: 'Incidents, among them E33' } },
    { type: 'ggd', brings: { nl: 'Zorgmeldingen en bemoeizorg', en: 'Care signals and assertive outreach' } },
    { type: 'housing_corporation', brings: { nl: 'Overlastdossiers van huurders', en: 'Nuisance files of tenants' } },
    { type: 'wijkteam', brings: { nl: 'Kennis van de wijk', en: 'Knowledge of the neighbourhood' } },
  ],
  attention: [
    {
      nl: 'Verward gedrag is een bijzonder persoonsgegeven: grondslag en DPIA staan vast vóór de eerste levering.',
      en: 'Confused behaviour is special-category data: legal basis and DPIA stand before the first delivery.',
    },
    {
      nl: 'Meldingen zeggen iets over melden, niet alleen over gedrag.',
      en: 'Reports say something about reporting, and not only about behaviour.',
    },
  ],
  shells: [
    {
      title: { nl: 'Meldingen per wijk en kwartaal', en: 'Reports per district and quarter' },
      kind: 'descriptive',
      unit: 'report',
      rows: { nl: 'wijken', en: 'districts' },
      columns: { nl: 'kwartalen', en: 'quarters' },
    },
    {
      title: { nl: 'Adressen die bij meer partijen bekend zijn', en: 'Addresses known to more parties' },
      kind: 'descriptive',
      unit: 'address',
      rows: { nl: 'combinaties van partijen', en: 'combinations of parties' },
      columns: { nl: 'aantal adressen', en: 'number of addresses' },
    },
    {
      title: { nl: 'Samenhang met gebruik van voorzieningen', en: 'Relation with use of provisions' },
      kind: 'diagnostic',
      unit: 'area',
      rows: { nl: 'buurten', en: 'neighbourhoods' },
      columns: { nl: 'meldingen en gebruik', en: 'reports and use' },
    },
  ],
};
