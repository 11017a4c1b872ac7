import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import type { Comparison, NearestAnswer } from '../../gql/types.js';
import { useLab } from '../lab/lab-context.js';
import { areasOptions } from './picture-query.js';

/** What was asked for: only what the answer has otherwise is said of it. */
interface Asked {
  areaCode: string;
  category: string;
}

/** What can be said of an area in words: how it stands to the whole, and which answer stands nearest to one that is not shown. */
export function useAnswerWords() {
  const { t, number, period, category } = useWords();
  const { lab } = useLab();
  const areas = useQuery(areasOptions(lab.region.id));
  const nameOf = (code: string): string => areas.data?.find((area) => area.code === code)?.name ?? code;
  const against = ({ how, areaCode }: Comparison): string => t(`against.${how}`, { area: nameOf(areaCode) });
  return {
    nameOf,
    /** "about average for the city" */
    against,
    /** "2024: about average for the city"; with the kind and the area before it where these are others than was asked for. */
    nearest(answer: NearestAnswer, asked: Asked): string {
      const what = [
        answer.category === asked.category ? undefined : category(answer.category),
        answer.areaCode === asked.areaCode ? undefined : nameOf(answer.areaCode),
        period(answer.period),
      ].filter((word) => word !== undefined);
      const says =
        answer.compared === null
          ? t('area.reportsCount', { count: answer.reports, text: number(answer.reports) })
          : against(answer.compared);
      return `${what.join(', ')}: ${says}`;
    },
  };
}
