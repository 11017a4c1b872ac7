import type { Vocabulary } from './vocabulary.js';

/** Crime types of the street-level files of data.police.uk. Only what is nuisance is in scope. */
export const POLICE_UK: Vocabulary = {
  name: 'police.uk',
  version: '1',
  title: 'police.uk: crime types',
  source: 'data.police.uk, Open Government Licence v3.0; vertaling: dit project',
  entries: [
    ['Anti-social behaviour', 'Asociaal gedrag', 'other'],
    ['Public order', 'Openbare orde', 'aggression_threat'],
    ['Criminal damage and arson', 'Vernieling en brandstichting', 'vandalism'],
    ['Drugs', 'Drugs', 'drugs_alcohol'],
    ['Bicycle theft', 'Fietsendiefstal', 'out_of_scope'],
    ['Burglary', 'Inbraak', 'out_of_scope'],
    ['Other crime', 'Overige misdrijven', 'out_of_scope'],
    ['Other theft', 'Overige diefstal', 'out_of_scope'],
    ['Possession of weapons', 'Wapenbezit', 'out_of_scope'],
    ['Robbery', 'Beroving', 'out_of_scope'],
    ['Shoplifting', 'Winkeldiefstal', 'out_of_scope'],
    ['Theft from the person', 'Zakkenrollerij', 'out_of_scope'],
    ['Vehicle crime', 'Voertuigcriminaliteit', 'out_of_scope'],
    ['Violence and sexual offences', 'Geweld en zedenmisdrijven', 'out_of_scope', 'Violent crime'],
  ],
};
