import type { Area } from '@datalab/domain';
import { ALL_SOURCES_ID } from '@datalab/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import type { PictureView } from '../../gql/operations.js';
import type { Picture, Rhythm } from '../../gql/types.js';
import { Button } from '../../ui/button.js';
import { FailureAlert } from '../../ui/failure-alert.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useLab } from '../lab/lab-context.js';
import type { AreaFigure } from './area-figure.js';
import { sourcesOf, type PictureChoice } from './picture-choice.js';
import { rhythmOptions } from './picture-query.js';
import { RhythmLegend } from './rhythm-legend.js';
import { hourOf, rhythmShape, rowOf, type RhythmShape } from './rhythm-shape.js';
import { RhythmTable } from './rhythm-table.js';
import { usePictureSearch } from './use-picture.js';
import './rhythm.css';

interface RhythmSectionProps {
  view: PictureView;
  picture: Picture;
  choice: PictureChoice;
  areas: readonly Area[];
  figure: AreaFigure;
}

/** When in the week reports come, in one area, over all years together. */
export function RhythmSection({ view, picture, choice, areas, figure }: RhythmSectionProps) {
  const { t, category } = useWords();
  const { lab } = useLab();
  const { source } = choice;
  const input = { labId: lab.id, view, datasetId: source.dataset.id, areaCode: figure.code, category: choice.category };
  const rhythm = useQuery({ ...rhythmOptions(input), enabled: source.hours !== 'none' });
  const shape = useMemo(() => rhythm.data && rhythmShape(rhythm.data), [rhythm.data]);
  const words = { category: category(choice.category), area: figure.name };
  return (
    <section className="dl-rhythm dl-card" aria-labelledby="rhythm">
      <h2 id="rhythm" className="utrecht-heading-3">
        {t('rhythm.title', { area: figure.name })}
      </h2>
      <Hours picture={picture} choice={choice} />
      {rhythm.isLoading && <Skeleton lines={5} />}
      {rhythm.isError && <FailureAlert error={rhythm.error} retry={() => void rhythm.refetch()} />}
      {rhythm.isSuccess && shape === undefined && <p>{t('rhythm.notTold', words)}</p>}
      {shape !== undefined && (
        <>
          <Busiest shape={shape} />
          <RhythmTable shape={shape} caption={t('rhythm.caption', words)} />
          <RhythmLegend shape={shape} />
        </>
      )}
      {rhythm.data?.nearest != null && (
        <Nearest view={view} areas={areas} nearest={rhythm.data.nearest} isTold={shape !== undefined} />
      )}
    </section>
  );
}

/** Which reports count: those of which the hour is known, whatever period the map shows. */
function Hours({ picture, choice: { source } }: { picture: Picture; choice: PictureChoice }) {
  const { t, list } = useWords();
  const isAll = source.dataset.id === ALL_SOURCES_ID;
  if (source.hours === 'none')
    return <p>{isAll ? t('rhythm.noHoursAtAll') : t('rhythm.noHours', { source: source.dataset.name })}</p>;
  const telling = sourcesOf(picture).filter(({ dataset, hours }) => dataset.id !== ALL_SOURCES_ID && hours !== 'none');
  return (
    <p className="dl-quiet">
      {t('rhythm.lead')}{' '}
      {isAll
        ? t('rhythm.telling', { sources: list(telling.map(({ dataset }) => dataset.organisation.name)) })
        : source.hours === 'some' && t('rhythm.someHours')}
    </p>
  );
}

function Busiest({ shape: { busiest, step } }: { shape: RhythmShape }) {
  const { t } = useWords();
  if (busiest === undefined) return <p>{t('rhythm.noneShown')}</p>;
  const from = hourOf(busiest.period, step);
  const row = t(`rhythm.rows.${rowOf(busiest.period)}`);
  return (
    <p>
      {t(step === 1 ? 'rhythm.busiestHour' : 'rhythm.busiestBlock', { row: row.toLowerCase(), from, to: from + step })}
    </p>
  );
}

/** Never an empty hand: a larger area, or all kinds together, of which more is told. */
function Nearest({
  view,
  areas,
  nearest,
  isTold,
}: {
  view: PictureView;
  areas: readonly Area[];
  nearest: NonNullable<Rhythm['nearest']>;
  isTold: boolean;
}) {
  const { t, category } = useWords();
  const change = usePictureSearch(view)[1];
  const { level, areaCode, category: kind } = nearest;
  const area = areas.find(({ code }) => code === areaCode)?.name ?? areaCode;
  return (
    <div className="dl-rhythm__nearest">
      <p>{t(isTold ? 'rhythm.moreTold' : 'rhythm.nearest', { area, category: category(kind).toLowerCase() })}</p>
      <Button className="dl-no-print" onClick={() => change({ level, area: areaCode, category: kind })}>
        {t('rhythm.show')}
      </Button>
    </div>
  );
}
