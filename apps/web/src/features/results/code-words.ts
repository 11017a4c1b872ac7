import { isRunEndCode, RUN_END_WORDS } from '@datalab/domain';
import type { Words } from '../../app/i18n/use-words.js';
import { nl } from '../../app/i18n/nl/index.js';

type Group = 'kind' | 'state' | 'warning' | 'label' | 'unit';

/** A code of an analysis in the language of the person; one without a translation is shown as it is, never hidden. */
export function codeWords({ t }: Words, group: Group, code: string): string {
  return Object.hasOwn(nl.analyses[group], code) ? t(`analyses.${group}.${code}` as 'analyses.title') : code;
}

/** Why a run has no outcome, in the language of the person; the code of another version of the platform is shown as it is. */
export const endWords = (code: string, language: string): string =>
  isRunEndCode(code) ? inLanguage(RUN_END_WORDS[code], language) : code;

/** The half of a text that the person reads. */
export const inLanguage = (words: { nl: string; en: string }, language: string): string =>
  language === 'en' ? words.en : words.nl;
