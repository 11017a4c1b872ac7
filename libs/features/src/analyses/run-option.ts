import type { Words } from '@datalab/domain';
import { z } from 'zod';

/** What a code in an option names, so that a screen can offer what there is. */
export const OPTION_CHOICES = ['area', 'category', 'indicator', 'period', 'provision'] as const;
export type OptionChoice = (typeof OPTION_CHOICES)[number];

/** What goes with an option in the JSON Schema of a method: `words` is its name, `of` what its codes name, `values` the words of an enumeration. */
export interface OptionMeta {
  words: Words;
  of?: OptionChoice;
  values?: Readonly<Record<string, Words>>;
}

/** An option of a method with the words in which a person chooses it. Put around the whole schema, its default included. */
export const option = <Schema extends z.ZodType>(schema: Schema, meta: OptionMeta): Schema => schema.meta({ ...meta });

const code = z.string().min(1).max(60);

/** From which probability of chance on something stands out. */
export const levelOption = () =>
  option(z.number().min(0.001).max(0.2).default(0.05), {
    words: { nl: 'Hoeveel toeval we toelaten (0,05 is 5%)', en: 'How much chance we allow (0.05 is 5%)' },
  });

/** How often chance is tried. */
export const permutationsOption = (most: number, usual: number) =>
  option(z.number().int().min(99).max(most).default(usual), {
    words: { nl: 'Hoe vaak we het toeval nadoen', en: 'How often we imitate chance' },
  });

export const areaOption = (words: Words) => option(code, { words, of: 'area' });

export const areasOption = (words: Words) => option(z.array(code).min(1).max(200), { words, of: 'area' });

/** Codes of context indicators of the region: public figures, never reports. */
export const indicatorsOption = (least: number, most: number) =>
  option(z.array(code).min(least).max(most), {
    words: { nl: 'Kenmerken van gebieden', en: 'Traits of areas' },
    of: 'indicator',
  });

/** The first period with a measure, at the grain of the run. */
export const sinceOption = () =>
  option(z.string().regex(/^\d{4}(-(\d{2}|Q[1-4]))?$/), {
    words: { nl: 'Eerste periode met de maatregel', en: 'First period with the measure' },
    of: 'period',
  });

export const categoryOption = (words: Words) => option(code, { words, of: 'category' });
