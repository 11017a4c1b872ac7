import type { RunWish } from '@datalab/client';
import {
  filth,
  knownToAll,
  nearCare,
  parts,
  serviceUseGap,
  wijken,
  type Judged,
  type Planted,
  type Released,
} from './planted-findings.js';

/** A finding of the Zaanstad case, as it is planted in the demo. */
export interface PlantedFinding {
  letter: string;
  words: string;
  judge: (released: Released, planted: Planted) => Judged[];
}

export const KNOWN = 'Bij hoeveel organisaties een adres bekend is';
export const RATES = 'Meldingen per inwoner, per wijk';
export const CARE = 'Meldingen bij zorglocaties, per wijk';
export const MIX = 'Wie van ons welke overlast hoort';
export const GAP = 'Wmo-ondersteuning bij verward gedrag';

/** A run that the findings need: of the shell with this title. */
export type ZaanstadRun = RunWish & { shell: string };

/** In the order that the platform keeps: descriptions first. */
export const RUNS: readonly ZaanstadRun[] = [
  { shell: KNOWN, purpose: 'understand_nuisance', seed: 1 },
  { shell: RATES, purpose: 'deploy_people_and_means', seed: 1 },
  { shell: CARE, purpose: 'deploy_people_and_means', seed: 1, options: { nearCare: true } },
  { shell: MIX, purpose: 'improve_registration', seed: 1 },
  { shell: GAP, purpose: 'fit_support_to_need', seed: 1 },
];

/** The five findings, with what tells whether they were found. */
export const FINDINGS: readonly PlantedFinding[] = [
  {
    letter: 'a',
    words: 'ten households known to all parties make a large share of the reports',
    judge: (released, planted) => knownToAll(released.get(KNOWN), planted),
  },
  {
    letter: 'b',
    words: 'three wijken concentrate the reports, and in them what lies near care centres',
    judge: (released, planted) => [...wijken(released.get(RATES), planted), ...nearCare(released.get(CARE), planted)],
  },
  {
    letter: 'c',
    words: 'people with confused behaviour use Wmo support less than others in comparable circumstances',
    judge: (released, planted) => serviceUseGap(released.get(GAP), planted),
  },
  {
    letter: 'd',
    words: 'much filth is reported to all but the fire brigade',
    judge: (released, planted) => filth(released.get(MIX), planted),
  },
  {
    letter: 'e',
    words: 'no party sees more than a part',
    judge: (released, planted) => parts(released.get(KNOWN), planted),
  },
];
