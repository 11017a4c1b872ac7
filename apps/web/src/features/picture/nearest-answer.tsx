import type { Area } from '@datalab/domain';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { Button } from '../../ui/button.js';
import type { AreaFigure } from './area-figure.js';
import { usePictureSearch } from './use-picture.js';

/** The answer that is allowed where this one is not: a larger area, a longer period, or all kinds together. Never an empty hand. */
export function NearestAnswer({
  view,
  areas,
  figure,
}: {
  view: PictureView;
  areas: readonly Area[];
  figure: AreaFigure;
}) {
  const { t, number, rate, period, category } = useWords();
  const change = usePictureSearch(view)[1];
  const nearest = figure.nearest;
  if (nearest === null) return <p>{t('area.nearestNone')}</p>;
  const name = areas.find(({ code }) => code === nearest.areaCode)?.name ?? nearest.areaCode;
  const words = {
    category: category(nearest.category),
    area: name,
    period: period(nearest.period),
    count: nearest.reports,
    text: number(nearest.reports),
  };
  const { level, areaCode, period: span, category: kind } = nearest;
  return (
    <div className="dl-stack">
      <p>
        {nearest.ratePerThousand === null
          ? t('area.nearestText', words)
          : t('area.nearestRate', { ...words, rate: rate(nearest.ratePerThousand) })}
      </p>
      <div className="dl-actions dl-no-print">
        <Button onClick={() => change({ level, area: areaCode, period: span, category: kind })}>
          {t('area.nearestShow')}
        </Button>
      </div>
    </div>
  );
}
