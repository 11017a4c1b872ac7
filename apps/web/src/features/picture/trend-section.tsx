import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { isHidden, type AreaFigure } from './area-figure.js';
import { LegendSwatch } from './legend-swatch.js';
import type { PictureChoice } from './picture-choice.js';
import { PracticeChanges } from './practice-changes.js';
import { TrendTable } from './trend-table.js';
import { practiceMarks, trendSteps } from './trend-shape.js';
import { useTrend } from './use-trend.js';

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.js')).TrendChart }));

/** The course over time as a chart, and the same numbers as a table. */
export function TrendSection({
  view,
  choice,
  figure,
}: {
  view: PictureView;
  choice: PictureChoice;
  figure: AreaFigure;
}) {
  const { t } = useWords();
  const { options, grain } = useTrend(view, choice, figure.code);
  const trend = useQuery(options);
  const steps = useMemo(() => trendSteps(trend.data?.points ?? [], choice.measure), [trend.data, choice.measure]);
  const marks = useMemo(() => practiceMarks(trend.data?.changes ?? [], steps), [trend.data, steps]);
  const words = { grain: t(`picture.grains.${grain}`), area: figure.name };
  const has = (look: string) => steps.some((step) => step.look === look);
  return (
    <section className="dl-trend dl-card" aria-labelledby="trend">
      <h2 id="trend" className="utrecht-heading-3">
        {t('trend.title', { area: figure.name })}
      </h2>
      {trend.isPending && <Skeleton lines={4} />}
      {trend.isError && <FailureAlert error={trend.error} retry={() => void trend.refetch()} />}
      {trend.isSuccess && steps.length === 0 && <p className="dl-quiet">{t('trend.empty')}</p>}
      {steps.length > 0 && (
        <>
          <Suspense fallback={<Skeleton lines={6} />}>
            <TrendChart
              steps={steps}
              selected={choice.period}
              label={t('trend.label', words)}
              changes={marks}
              axis={t(choice.measure !== 'reports' ? 'trend.axisRate' : 'trend.axis', words)}
            />
          </Suspense>
          <ul className="dl-trend__key">
            {has('withheld') && (
              <li>
                <LegendSwatch look="withheld" /> {t('trend.keyWithheld')}
              </li>
            )}
            {has('none_or_few') && (
              <li>
                <LegendSwatch look="none_or_few" /> {t('trend.noneOrFew')}
              </li>
            )}
            {has('gap') && (
              <li>
                <LegendSwatch look="not_delivered" /> {t('trend.keyGap')}
              </li>
            )}
          </ul>
          {steps.some(({ look }) => isHidden(look)) && <WhyWithheld />}
          <PracticeChanges marks={marks} />
          <details className="dl-trend__table">
            <summary>{t('trend.table')}</summary>
            <TrendTable steps={steps} measure={choice.measure} caption={t('trend.caption', words)} />
          </details>
        </>
      )}
    </section>
  );
}
