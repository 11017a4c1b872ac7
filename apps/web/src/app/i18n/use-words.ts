import { ALL_PERIODS, grainOf } from '@datalab/domain';
import { useTranslation } from 'react-i18next';
import { issueMessages } from './en/issue-messages.js';
import { deed as deedsInEnglish } from './en/together.js';
import { nl } from './nl/index.js';
import {
  formatBytes,
  formatDate,
  formatList,
  formatMeasure,
  formatMoment,
  formatMonth,
  formatNumber,
  formatRate,
} from './format.js';

const has = <T extends object>(words: T, code: string): code is string & keyof T => Object.hasOwn(words, code);

function deedIn(language: string, action: string): string {
  const deeds: Readonly<Record<string, string>> = language === 'en' ? deedsInEnglish : nl.deed;
  return deeds[action] ?? action;
}

/** Numbers, dates and codes in the language of the person. A code without a translation is shown as it is, never hidden. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return {
    t,
    language,
    date: (value: string) => formatDate(value, language),
    moment: (value: string) => formatMoment(value, language),
    list: (names: readonly string[]) => formatList(names, language),
    number: (value: number) => formatNumber(value, language),
    /** A score or ratio, as it was rounded where it was made. */
    measure: (value: number) => formatMeasure(value, language),
    rate: (value: number) => formatRate(value, language),
    bytes: (value: number) => formatBytes(value, language),
    category: (code: string): string => (has(nl.category, code) ? t(`category.${code}`) : code),
    /** What an issue or refusal says; its own words are Dutch. */
    issue: ({ code, message }: { code: string; message: string }): string =>
      language === 'en' ? (issueMessages[code] ?? message) : message,
    criterion: (code: string): string => (has(nl.criteria, code) ? t(`criteria.${code}`) : code),
    /** What somebody did, by its action in the log: a name with a dot, which a path of words cannot be. */
    deed: (action: string): string => deedIn(language, action),
    /** From whom something is missing: an organisation where it is one's to bring, else those in a role. */
    missing: ({ name, role }: { name: string | null; role: keyof typeof nl.role }): string => name ?? t(`role.${role}`),
    period: (period: string): string => {
      if (period === ALL_PERIODS) return t('picture.allPeriods');
      switch (grainOf(period)) {
        case 'month':
          return formatMonth(period, language);
        case 'quarter':
          return t('picture.quarter', { quarter: period.slice(-1), year: period.slice(0, 4) });
        default:
          return period;
      }
    },
  };
}

export type Words = ReturnType<typeof useWords>;
