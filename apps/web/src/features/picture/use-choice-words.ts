import { ALL_SOURCES_ID } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureChoice } from './picture-choice.js';

/** What the choice asks for, in words: its source, and `what` with the category and the period as well. */
export function useChoiceWords({ source: { dataset }, ...choice }: PictureChoice): { source: string; what: string } {
  const { t, category, period } = useWords();
  const source = dataset.id === ALL_SOURCES_ID ? t('picture.allSources') : dataset.name;
  const what = t('picture.what', { category: category(choice.category), period: period(choice.period), source });
  return { source, what };
}
