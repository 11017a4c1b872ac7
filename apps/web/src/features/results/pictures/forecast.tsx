import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';
import { LineFigure } from './line-figure.js';

/** What came, what is expected with its margins, and what the simple method expects beside it. */
export function ForecastPicture({ picture }: { picture: Extract<RunPicture, { kind: 'forecast' }> }) {
  const { t, number, period } = useWords();
  const last = picture.past.at(-1);
  const joined = last === undefined || last.value === null ? [] : [last];
  // The fan opens at the last period that was counted: one period alone has no surface.
  const opening = joined.map(({ period: at, value }) => ({ period: at, estimate: value, low: value, high: value }));
  return (
    <LineFigure
      label={t('pictures.forecast.label')}
      caption={t('pictures.forecast.caption', { percent: Math.round(picture.level * 100) })}
      number={number}
      period={period}
      lines={[
        { key: 'past', name: t('pictures.forecast.past'), look: 'main', points: picture.past },
        {
          key: 'next',
          name: t('pictures.forecast.next'),
          look: 'expected',
          points: [...joined, ...picture.next.map(({ period: at, estimate }) => ({ period: at, value: estimate }))],
        },
        {
          key: 'baseline',
          name: t('pictures.forecast.baseline'),
          look: 'baseline',
          points: [...joined, ...picture.baseline],
        },
      ]}
      band={{ points: [...opening, ...picture.next] }}
    />
  );
}
