import { clauseName } from './agreement/clause.js';
import { PURPOSE_WORDS, type Purpose } from './agreement/purpose.js';
import type { PolicyRefusal } from './lab-policy.js';

/** A source with what it was promised for; null where the agreement alone says so. */
export interface PurposedDataset {
  name: string;
  purposes: readonly Purpose[] | null;
}

/** Why sources may not be used for a purpose: one refusal for each that was promised for others alone. None means that they may. */
export const datasetPurposeRefusals = (purpose: Purpose, datasets: readonly PurposedDataset[]): PolicyRefusal[] =>
  datasets
    .filter(({ purposes }) => purposes !== null && !purposes.includes(purpose))
    .map(({ name }) => ({
      clause: 'purpose',
      code: 'purpose',
      words: {
        nl: `De bron "${name}" is niet toegezegd voor het doel "${PURPOSE_WORDS[purpose].nl}" (${clauseName('purpose', 'nl')}).`,
        en: `The source "${name}" was not promised for the purpose "${PURPOSE_WORDS[purpose].en}" (${clauseName('purpose', 'en')}).`,
      },
    }));
