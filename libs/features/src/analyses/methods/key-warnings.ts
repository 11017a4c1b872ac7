import type { RunWarning } from '@datalab/domain';
import { percent } from './words-of.js';

/** Under this share of rows with a key, what is known to several is a lower bound. */
const FULL_COVERAGE = 0.9;

/** What must stand beside a count of addresses: whether keys are missing, and whether sources were laid beside each other. */
export function keyWarnings(keyCoverage: number | null, linked: boolean, sources: number): RunWarning[] {
  const warnings: RunWarning[] = [];
  if (keyCoverage !== null && keyCoverage < FULL_COVERAGE) {
    const { nl, en } = percent(keyCoverage);
    warnings.push({
      code: 'lower_bound',
      detail: {
        nl: `In de bron met de minste sleutels heeft ${nl}% van de meldingen over een woning een adressleutel.`,
        en: `In the source with the fewest keys ${en}% of the reports about a dwelling have an address key.`,
      },
    });
  }
  if (sources > 1 && !linked) warnings.push({ code: 'not_linked' });
  return warnings;
}
