import type { Vocabulary } from './vocabulary.js';

/** The registered nuisance of the Dutch police (incident codes), with the titles of StatLine in Dutch and English. */
export const POLITIE_OVERLAST: Vocabulary = {
  name: 'politie-overlast',
  version: '1',
  title: 'Politie: geregistreerde overlast (incidentcodes)',
  source: 'CBS/Politie, CC BY 4.0; vertaling: dit project',
  entries: [
    ['0.0.0', 'Totaal registraties overlast', 'skip_total', 'Total nuisance registrations', 'Totaal'],
    [
      'E33',
      'Overlast door verward persoon',
      'confused_behaviour',
      'Nuisance by confused person',
      'Overlast door verward/overspannen persoon',
    ],
    ['E35', 'Melding overlast jeugd', 'youth', 'Youth nuisance report', 'Overlast jeugd'],
    [
      'E38',
      'Overlast ivm alcohol/ drugs',
      'drugs_alcohol',
      'Nuisance due to alcohol/drugs',
      'Overlast i.v.m. alcohol/drugs',
    ],
    ['E41', 'Overlast zwervers', 'homelessness', 'Nuisance drifters'],
    ['F010', 'Openbare dronkenschap', 'drugs_alcohol', 'Public intoxication', 'F10'],
    ['M061', 'Geluidshinder horeca', 'noise', 'Noise nuisance catering'],
    ['M062', 'Geluidshinder evenement', 'noise', 'Noise nuisance event'],
    ['M22', 'Geluidshinder overig', 'noise', 'Other noise nuisance', 'M022'],
  ],
};
