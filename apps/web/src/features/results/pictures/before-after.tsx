import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';
import { LineFigure } from './line-figure.js';

/** What came beside what would have come without the measure. */
export function BeforeAfterPicture({ picture }: { picture: Extract<RunPicture, { kind: 'before-after' }> }) {
  const { t, number, period } = useWords();
  const of = (what: 'observed' | 'expected') =>
    picture.points.map(({ period: at, [what]: value }) => ({ period: at, value }));
  return (
    <LineFigure
      label={t('pictures.beforeAfter.label')}
      caption={t('pictures.beforeAfter.caption')}
      number={number}
      period={period}
      mark={{ period: picture.since, name: t('pictures.beforeAfter.since') }}
      lines={[
        { key: 'observed', name: t('pictures.beforeAfter.observed'), look: 'main', points: of('observed') },
        { key: 'expected', name: t('pictures.beforeAfter.expected'), look: 'expected', points: of('expected') },
      ]}
    />
  );
}
