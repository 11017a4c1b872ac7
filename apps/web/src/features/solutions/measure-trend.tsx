import { ALL_CATEGORIES } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { SelectField } from '../../ui/field.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import { areasOptions, trendOptions } from '../picture/picture-query.js';
import { TrendTable } from '../picture/trend-table.js';
import { trendSteps, type PracticeMark } from '../picture/trend-shape.js';
import { measureMarks } from './measure-marks.js';
import type { Solution } from './solutions-query.js';

const TrendChart = lazy(async () => ({ default: (await import('../picture/trend-chart.js')).TrendChart }));
const NO_MARKS: readonly PracticeMark[] = [];

/** The measure as a mark on the course of what it is measured by: figures as the gate shows them, one area at a time. */
export function MeasureTrend({ solution }: { solution: Solution }) {
  const { t } = useWords();
  const { lab } = useLab();
  const [isOpen, setOpen] = useState(false);
  const { plan, startsOn } = solution;
  if (plan === null || startsOn === null || !lab.can.seePicture || plan.areaCodes.length === 0) return null;
  return (
    <div className="dl-stack">
      <div className="dl-actions">
        <Button look="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('measureTrend.open')}
          <span className="dl-visually-hidden">: {solution.title}</span>
        </Button>
      </div>
      {isOpen && <MarkedTrend plan={plan} startsOn={startsOn} endsOn={solution.endsOn} />}
    </div>
  );
}

interface MarkedTrendProps {
  plan: NonNullable<Solution['plan']>;
  startsOn: string;
  endsOn: string | null;
}

function MarkedTrend({ plan, startsOn, endsOn }: MarkedTrendProps) {
  const { t, date, category } = useWords();
  const { lab } = useLab();
  const [areaCode, setArea] = useState(plan.areaCodes[0]!);
  const areas = useQuery(areasOptions(lab.region.id));
  const nameOf = (code: string) => areas.data?.find((area) => area.code === code)?.name ?? code;
  const trend = useQuery(
    trendOptions({
      labId: lab.id,
      view: 'lab',
      datasetId: plan.datasetId,
      areaCode,
      category: plan.category,
      grain: 'quarter',
    }),
  );
  const steps = useMemo(() => trendSteps(trend.data?.points ?? [], 'reports'), [trend.data]);
  const marks = useMemo(
    () =>
      measureMarks({ startsOn, endsOn }, steps, { start: t('measureTrend.startSign'), end: t('measureTrend.endSign') }),
    [startsOn, endsOn, steps, t],
  );
  const source = lab.datasets.find(({ id }) => id === plan.datasetId)?.name ?? '';
  const kind = plan.category === ALL_CATEGORIES ? t('solutions.plan.allCategories') : category(plan.category);
  const words = { area: nameOf(areaCode), source, kind, date: date(startsOn) };
  return (
    <div className="dl-stack dl-measure-trend">
      {plan.areaCodes.length > 1 && (
        <SelectField
          label={t('measureTrend.area')}
          value={areaCode}
          onChange={({ target: { value } }) => setArea(value)}
        >
          {plan.areaCodes.map((code) => (
            <option key={code} value={code}>
              {nameOf(code)}
            </option>
          ))}
        </SelectField>
      )}
      {trend.isPending && <Skeleton lines={5} />}
      {trend.isError && <FailureAlert error={trend.error} retry={() => void trend.refetch()} />}
      {trend.isSuccess && steps.length === 0 && <p className="dl-quiet">{t('measureTrend.nothing')}</p>}
      {steps.length > 0 && (
        <>
          <p className="dl-small">{t('measureTrend.what', words)}</p>
          <Suspense fallback={<Skeleton lines={5} />}>
            <TrendChart
              steps={steps}
              selected=""
              label={t('measureTrend.label', words)}
              axis={t('measureTrend.axis')}
              changes={marks.length > 0 ? marks : NO_MARKS}
            />
          </Suspense>
          <p className="dl-small">
            {marks.length > 0 ? t('measureTrend.mark', words) : t('measureTrend.notYet', words)}{' '}
            {t('measureTrend.notProof')}
          </p>
          <details>
            <summary>{t('measureTrend.table')}</summary>
            <TrendTable steps={steps} measure="reports" caption={t('measureTrend.label', words)} />
          </details>
        </>
      )}
    </div>
  );
}
