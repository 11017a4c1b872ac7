import { BRANDWEER } from './fire-brigade.js';
import { CORPORATIE_OVERLAST } from './corporation.js';
import { FIXMYSTREET_SHEF_A } from './fixmystreet.js';
import { GGD_MELDPUNT } from './ggd.js';
import { POLICE_UK } from './police-uk.js';
import { POLITIE_MISDRIJVEN } from './politie-misdrijven.js';
import { POLITIE_OVERLAST } from './politie-overlast.js';
import { ROTTERDAM_MOR } from './rotterdam-mor.js';
import { SIGNALEN } from './signalen.js';
import type { Vocabulary } from './vocabulary.js';

/** The code lists that a mapping can start from. A steward adds what their own organisation writes differently. */
export const KNOWN_VOCABULARIES: readonly Vocabulary[] = [
  POLITIE_OVERLAST,
  POLITIE_MISDRIJVEN,
  SIGNALEN,
  ROTTERDAM_MOR,
  GGD_MELDPUNT,
  CORPORATIE_OVERLAST,
  BRANDWEER,
  POLICE_UK,
  FIXMYSTREET_SHEF_A,
];
