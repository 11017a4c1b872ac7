import type { RunPicture } from '@datalab/domain';
import { useWords } from '../../../app/i18n/use-words.js';
import { inLanguage } from '../code-words.js';
import { LineFigure, type FigureLine } from './line-figure.js';

const LOOKS: readonly FigureLine['look'][] = ['main', 'expected', 'baseline', 'other'];

/** One or more series through time. */
export function SeriesPicture({ picture }: { picture: Extract<RunPicture, { kind: 'series' }> }) {
  const { t, language, number, period } = useWords();
  return (
    <LineFigure
      label={t('pictures.series.label')}
      caption={t('pictures.series.caption')}
      number={number}
      period={period}
      lines={picture.series.map(({ key, title, points }, i) => ({
        key,
        name: inLanguage(title, language),
        look: LOOKS[i] ?? 'other',
        points,
      }))}
    />
  );
}
