import type { LabTemplate } from './lab-template.js';

/** Suggestions for a lab on filth. */
export const filth: LabTemplate = {
  key: 'filth',
  name: { nl: 'Vervuiling', en: 'Filth' },
  goal: {
    nl: 'Vervuilde woningen en straten eerder vinden en blijvend schoon krijgen.',
    en: 'Finding filthy homes and streets earlier, and getting them clean for good.',
  },
  question: {
    nl: 'Waar hoopt vervuiling zich op, en wie weet daarvan?',
    en: 'Where does filth pile up, and who knows of it?',
  },
  candidates: [
    { nl: 'Hoort vervuiling buiten bij vervuiling binnen?', en: 'Does filth outside go with filth inside?' },
    {
      nl: 'Weet de brandweer van woningen met brandgevaar door vervuiling?',
      en: 'Does the fire brigade know of homes with a fire hazard by filth?',
    },
    { nl: 'Na hoeveel tijd komt een schoongemaakte plek terug?', en: 'After how long does a cleaned place come back?' },
  ],
  partners: [
    { type: 'municipality', brings: { nl: 'Meldingen openbare ruimte', en: 'Public-space reports' } },
    { type: 'housing_corporation', brings: { nl: 'Vervuilde woningen', en: 'Filthy homes' } },
    { type: 'fire_brigade', brings: { nl: 'Risicowoningen', en: 'Homes at risk' } },
    { type: 'ggd', brings: { nl: 'Hygiënisch woningtoezicht', en: 'Hygiene inspections' } },
  ],
  attention: [
    {
      nl: 'Veel melden is niet hetzelfde als veel vuil: kijk wie er meldt.',
      en: 'Much reporting is not much filth: look who reports.',
    },
  ],
  shells: [
    {
      title: { nl: 'Vervuiling per buurt en kwartaal', en: 'Filth per neighbourhood and quarter' },
      kind: 'descriptive',
      unit: 'report',
      rows: { nl: 'buurten', en: 'neighbourhoods' },
      columns: { nl: 'kwartalen', en: 'quarters' },
    },
    {
      title: { nl: 'Welke partij weet waarvan', en: 'Which party knows of what' },
      kind: 'descriptive',
      unit: 'address',
      rows: { nl: 'partijen', en: 'parties' },
      columns: { nl: 'aantal adressen', en: 'number of addresses' },
    },
    {
      title: { nl: 'Voor en na een aanpak', en: 'Before and after a measure' },
      kind: 'diagnostic',
      unit: 'area',
      rows: { nl: 'buurten', en: 'neighbourhoods' },
      columns: { nl: 'voor en na', en: 'before and after' },
    },
  ],
};
