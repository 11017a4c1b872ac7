import { PUBLIC_BANDS, publicBand, type PublicBand } from './bands.js';

/** What the lab hears of the outcome of a way back: none and a few are one. */
export type CareOutcome = '0–4' | PublicBand;
export const CARE_OUTCOMES: readonly CareOutcome[] = ['0–4', ...PUBLIC_BANDS.map(({ label }) => label)];

/** The band of a number of residents. Nobody was helped and somebody was are the same band: the next one down is a person. */
export const careOutcome = (residents: number): CareOutcome => publicBand(residents) ?? '0–4';
