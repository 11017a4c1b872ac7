import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import type { AreaFigure } from './area-figure.js';
import type { PictureChoice } from './picture-choice.js';
import { useAnswerWords } from './use-answer-words.js';
import { usePictureSearch } from './use-picture.js';

interface NearestAnswerProps {
  view: PictureView;
  choice: PictureChoice;
  figure: AreaFigure;
}

/** The answer that is allowed where this one is not: a larger area, a longer period, or all kinds together. Never an empty hand. */
export function NearestAnswer({ view, choice, figure }: NearestAnswerProps) {
  const { t, number, rate, period, category } = useWords();
  const words = useAnswerWords();
  const change = usePictureSearch(view)[1];
  const { nearest } = figure;
  if (nearest === null) return <p>{t('area.nearestNone')}</p>;
  const { level, areaCode, period: span, category: kind, compared } = nearest;
  const asked = { areaCode: figure.code, category: choice.category };
  const figures = {
    category: category(kind),
    area: words.nameOf(areaCode),
    period: period(span),
    count: nearest.reports,
    text: number(nearest.reports),
  };
  return (
    <div className="dl-stack">
      {compared !== null && (
        <p>
          <strong>{words.nearest(nearest, asked)}.</strong>
        </p>
      )}
      <p>
        {nearest.ratePerThousand === null
          ? t('area.nearestText', figures)
          : t('area.nearestRate', { ...figures, rate: rate(nearest.ratePerThousand) })}
      </p>
      {compared !== null && <p className="dl-quiet dl-small">{t('against.rule')}</p>}
      <div className="dl-actions dl-no-print">
        <Button onClick={() => change({ level, area: areaCode, period: span, category: kind })}>
          {t('area.nearestShow')}
        </Button>
      </div>
    </div>
  );
}
