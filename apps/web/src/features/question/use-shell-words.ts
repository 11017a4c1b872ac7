import { SHELL_METHODS } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import { useLab } from '../lab/lab-context.js';
import type { Shell } from './question-query.js';

type Method = keyof typeof SHELL_METHODS;
const isMethod = (name: string): name is Method => Object.hasOwn(SHELL_METHODS, name);

/** A shell in words. */
export function useShellWords() {
  const { t, date, language } = useWords();
  const { lab } = useLab();
  const method = (name: string): string => (isMethod(name) ? t(`question.method.${name}`) : name);
  const level = (code: string): string => lab.region.levels.find((row) => row.code === code)?.name ?? code;
  return {
    method,
    /** With a capital, as in a list to choose from. */
    asOption: (words: string): string => words.charAt(0).toLocaleUpperCase(language) + words.slice(1),
    level,
    sources: (ids: readonly string[]): string =>
      lab.datasets
        .filter(({ id }) => ids.includes(id))
        .map(({ name, organisation }) => `${name} (${organisation.name})`)
        .join(', '),
    sentence: (shell: Shell): string =>
      t('question.shells.sentence', {
        kind: t(`question.kind.${shell.kind}`),
        method: method(shell.method),
        unit: t(`question.unit.${shell.unit}`),
        level: level(shell.areaLevel).toLocaleLowerCase(language),
        grain: t(`question.grain.${shell.grain}`),
        from: date(shell.periodFrom),
        to: date(shell.periodTo),
      }),
  };
}
