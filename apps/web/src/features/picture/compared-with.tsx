import { ALL_PERIODS, type Area } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { useLab } from '../lab/lab-context.js';
import type { AreaFigure } from './area-figure.js';
import { topAncestor } from './ancestor.js';
import type { PictureChoice } from './picture-choice.js';
import { mapSheetOptions } from './picture-query.js';
import { previousKnown } from './since-when.js';
import { compareRates, standingOf } from './standing.js';
import { trendSteps } from './trend-shape.js';
import { useTrend } from './use-trend.js';

interface ComparedWithProps {
  view: PictureView;
  choice: PictureChoice;
  areas: readonly Area[];
  figures: readonly AreaFigure[];
  figure: AreaFigure;
}

const KEYS = { higher: 'area.comparedHigher', lower: 'area.comparedLower', equal: 'area.comparedEqual' } as const;

/** With the whole of which the area is a part, with the other areas, and with the period before. */
export function ComparedWith({ view, choice, areas, figures, figure }: ComparedWithProps) {
  const { t, rate, number, period } = useWords();
  const { lab } = useLab();
  const top = topAncestor(figure.code, areas);
  const whole = useQuery({
    ...mapSheetOptions({
      labId: lab.id,
      view,
      datasetId: choice.source.dataset.id,
      level: top?.level ?? '',
      period: choice.period,
      category: choice.category,
    }),
    enabled: top !== undefined && figure.rate !== null,
  });
  const trend = useQuery(useTrend(view, choice, figure.code).options);

  const sentences: string[] = [];
  const other = whole.data?.areas.find(({ areaCode }) => areaCode === top?.code)?.ratePerThousand;
  if (top !== undefined && figure.rate !== null && other != null)
    sentences.push(
      t(KEYS[compareRates(figure.rate, other)], { area: top.name, own: rate(figure.rate), other: rate(other) }),
    );
  const standing = figure.look === 'shown' ? standingOf(figure, figures) : undefined;
  if (standing !== undefined) sentences.push(t('area.comparedRank', { ...standing }));
  const before =
    choice.period === ALL_PERIODS
      ? undefined
      : previousKnown(trendSteps(trend.data?.points ?? [], 'reports'), choice.period);
  if (before !== undefined)
    sentences.push(
      t('area.comparedPrevious', { period: period(before.period), count: before.value, text: number(before.value) }),
    );
  return <p>{sentences.length === 0 ? t('area.comparedNothing') : sentences.join(' ')}</p>;
}
