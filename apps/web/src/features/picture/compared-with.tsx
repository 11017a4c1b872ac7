import { ALL_PERIODS } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import type { AreaFigure } from './area-figure.js';
import type { PictureChoice } from './picture-choice.js';
import { rankOf } from './rank.js';
import { previousKnown } from './since-when.js';
import { trendSteps } from './trend-shape.js';
import { useAnswerWords } from './use-answer-words.js';
import { useTrend } from './use-trend.js';

interface ComparedWithProps {
  view: PictureView;
  choice: PictureChoice;
  figures: readonly AreaFigure[];
  figure: AreaFigure;
}

/** With the whole of which the area is a part, with the other areas, and with the period before. */
export function ComparedWith({ view, choice, figures, figure }: ComparedWithProps) {
  const { t, rate, number, period } = useWords();
  const words = useAnswerWords();
  const trend = useQuery(useTrend(view, choice, figure.code).options);
  const { compared } = figure;

  const sentences: string[] = [];
  if (compared !== null) {
    const against = words.against(compared);
    sentences.push(
      compared.ratePerThousand === null || figure.rate === null
        ? t('area.comparedWhole', { against })
        : t('area.comparedRates', { against, own: rate(figure.rate), other: rate(compared.ratePerThousand) }),
    );
  }
  const rank = figure.look === 'shown' ? rankOf(figure, figures) : undefined;
  if (rank !== undefined) sentences.push(t('area.comparedRank', { ...rank }));
  const before =
    choice.period === ALL_PERIODS
      ? undefined
      : previousKnown(trendSteps(trend.data?.points ?? [], 'reports'), choice.period);
  if (before !== undefined)
    sentences.push(
      t('area.comparedPrevious', { period: period(before.period), count: before.value, text: number(before.value) }),
    );
  return (
    <>
      <p>{sentences.length === 0 ? t('area.comparedNothing') : sentences.join(' ')}</p>
      {compared !== null && <p className="dl-quiet dl-small">{t('against.rule')}</p>}
    </>
  );
}
