import type { LabTemplate } from './lab-template.js';

/** Suggestions for a lab on early signals. */
export const earlySignals: LabTemplate = {
  key: 'early_signals',
  name: { nl: 'Vroege signalen', en: 'Early signals' },
  goal: {
    nl: 'Zien waar overlast begint te groeien, voordat zij vastzit.',
    en: 'Seeing where nuisance begins to grow, before it settles.',
  },
  question: {
    nl: 'Welke signalen gaan vooraf aan aanhoudende overlast in een buurt?',
    en: 'Which signals come before lasting nuisance in a neighbourhood?',
  },
  candidates: [
    { nl: 'Welke soort melding neemt het eerst toe?', en: 'Which kind of report rises first?' },
    {
      nl: 'Waar is het stil terwijl de omgeving meer meldt?',
      en: 'Where is it quiet while the surroundings report more?',
    },
    {
      nl: 'Is de beschrijving goed genoeg om iets te voorspellen?',
      en: 'Is the description good enough to forecast anything?',
    },
  ],
  partners: [
    { type: 'municipality', brings: { nl: 'Meldingen en voorzieningen', en: 'Reports and provisions' } },
    { type: 'police', brings: { nl: 'Incidenten', en: 'Incidents' } },
    { type: 'school', brings: { nl: 'Signalen van verzuim', en: 'Signals of absence' } },
    { type: 'housing_corporation', brings: { nl: 'Overlast en huurachterstand', en: 'Nuisance and arrears' } },
    { type: 'wijkteam', brings: { nl: 'Kennis van de wijk', en: 'Knowledge of the neighbourhood' } },
  ],
  attention: [
    {
      nl: 'Een voorspelling gaat over een gebied en nooit over een persoon of adres.',
      en: 'A forecast is about an area, never about a person or an address.',
    },
    {
      nl: 'Begin pas aan voorspellen als de beschrijving wordt gebruikt.',
      en: 'Begin forecasting only where the description is used.',
    },
  ],
  shells: [
    {
      title: { nl: 'Groei per buurt en kwartaal', en: 'Growth per neighbourhood and quarter' },
      kind: 'descriptive',
      unit: 'report',
      rows: { nl: 'buurten', en: 'neighbourhoods' },
      columns: { nl: 'kwartalen', en: 'quarters' },
    },
    {
      title: { nl: 'Wat eerst komt', en: 'What comes first' },
      kind: 'diagnostic',
      unit: 'area',
      rows: { nl: 'soorten melding', en: 'kinds of report' },
      columns: { nl: 'kwartalen ervoor', en: 'quarters before' },
    },
    {
      title: { nl: 'Verwachting per buurt', en: 'Expectation per neighbourhood' },
      kind: 'predictive',
      unit: 'area',
      rows: { nl: 'buurten', en: 'neighbourhoods' },
      columns: { nl: 'band van de verwachting', en: 'band of the expectation' },
    },
  ],
};
