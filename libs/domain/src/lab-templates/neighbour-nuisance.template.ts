import type { LabTemplate } from './lab-template.js';

/** Suggestions for a lab on neighbour nuisance. */
export const neighbourNuisance: LabTemplate = {
  key: 'neighbour_nuisance',
  name: { nl: 'Burenoverlast', en: 'Neighbour nuisance' },
  goal: {
    nl: 'Burenoverlast eerder zien en oplossen, met een vaste aanpak per buurt.',
    en: 'Seeing and solving neighbour nuisance earlier, with a settled approach per neighbourhood.',
  },
  question: {
    nl: 'In welke buurten blijft burenoverlast terugkomen, en wat hielp waar?',
    en: 'In which neighbourhoods does neighbour nuisance keep coming back, and what helped where?',
  },
  candidates: [
    {
      nl: 'Is het vooral geluid, of lopen soorten overlast in elkaar over?',
      en: 'Is it mostly noise, or do kinds of nuisance run into each other?',
    },
    { nl: 'Op welke dagen en uren komt het terug?', en: 'On which days and hours does it come back?' },
    { nl: 'Wie meldt bij wie, en wie meldt nergens?', en: 'Who reports where, and who nowhere?' },
  ],
  partners: [
    { type: 'housing_corporation', brings: { nl: 'Overlastdossiers van huurders', en: 'Nuisance files of tenants' } },
    { type: 'municipality', brings: { nl: 'Meldingen en buurtbemiddeling', en: 'Reports and mediation' } },
    { type: 'police', brings: { nl: 'Meldingen van geluid en ruzie', en: 'Reports of noise and quarrels' } },
    { type: 'wijkteam', brings: { nl: 'Kennis van de wijk', en: 'Knowledge of the neighbourhood' } },
  ],
  attention: [
    {
      nl: 'Een klager is geen veroorzaker: let op de rol van het adres in elke melding.',
      en: 'Who complains does not cause: mind the role of the address in each report.',
    },
  ],
  shells: [
    {
      title: { nl: 'Geluid en burenruzie per buurt en jaar', en: 'Noise and quarrels per neighbourhood and year' },
      kind: 'descriptive',
      unit: 'report',
      rows: { nl: 'buurten', en: 'neighbourhoods' },
      columns: { nl: 'jaren', en: 'years' },
    },
    {
      title: { nl: 'Ritme over de week', en: 'Rhythm over the week' },
      kind: 'descriptive',
      unit: 'report',
      rows: { nl: 'dagen', en: 'days' },
      columns: { nl: 'uren', en: 'hours' },
    },
    {
      title: { nl: 'Buurten waar het meer is dan verwacht', en: 'Neighbourhoods with more than expected' },
      kind: 'diagnostic',
      unit: 'area',
      rows: { nl: 'buurten', en: 'neighbourhoods' },
      columns: { nl: 'verwacht en gemeld', en: 'expected and reported' },
    },
  ],
};
