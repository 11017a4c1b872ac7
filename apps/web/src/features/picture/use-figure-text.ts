import { useCallback } from 'react';
import { useWords } from '../../app/i18n/use-words.js';
import { valueOf, type AreaFigure } from './area-figure.js';
import type { Measure } from './picture-search.js';

/** What a figure is, in a few words: its number, or which of the other things it is. */
export function useFigureText(measure: Measure): (figure: AreaFigure) => string {
  const words = useWords();
  const { language } = words;
  return useCallback(
    (figure: AreaFigure) => {
      const { t, number, rate } = words;
      if (figure.look !== 'shown' && figure.look !== 'zero') return t(`table.states.${figure.look}`);
      const value = valueOf(figure, measure);
      if (value === null) return t('legend.noFigure');
      const text =
        measure !== 'reports'
          ? `${rate(value)} ${t(`picture.measures.${measure}`)}`
          : t('area.reportsCount', { count: value, text: number(value) });
      return figure.hotspot === undefined ? text : `${text} · ${t(`area.${figure.hotspot}`)}`;
    },
    // The words change with the language alone.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- useWords makes a new object on every render
    [language, measure],
  );
}
