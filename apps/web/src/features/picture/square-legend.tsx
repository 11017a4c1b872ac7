import { useWords } from '../../app/i18n/use-words.js';
import { classColour } from '../../map/palette.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { isHidden, type AreaFigure } from './area-figure.js';
import { rangeText } from './legend.js';
import { LegendSwatch } from './legend-swatch.js';
import { classesOf } from './paint.js';

const BLANKS = [
  { look: 'none_or_few', word: 'squares.blank' },
  { look: 'zero', word: 'squares.zero' },
  { look: 'not_delivered', word: 'legend.notDelivered' },
] as const;

/** The colours of the squares in words, and what a square is. */
export function SquareLegend({ figures }: { figures: readonly AreaFigure[] }) {
  const words = useWords();
  const { t, number } = words;
  const classes = classesOf(figures, 'reports');
  const howMany = (count: number) => (
    <span className="dl-quiet">{t('squares.count', { count, text: number(count) })}</span>
  );
  return (
    <section className="dl-legend" aria-labelledby="legend">
      <h3 id="legend" className="dl-legend__title">
        {t('legend.title')}: {t('squares.unit')}
      </h3>
      <ul className="dl-legend__items">
        {classes.map((one, index) => (
          <li key={one.upTo}>
            <LegendSwatch look="colour" colour={classColour(index, classes.length)} />
            {rangeText(words, one, 'reports')}
            {howMany(one.areas)}
          </li>
        ))}
        {BLANKS.map(({ look, word }) => ({ look, word, count: figures.filter((one) => one.look === look).length }))
          .filter(({ count }) => count > 0)
          .map(({ look, word, count }) => (
            <li key={look}>
              <LegendSwatch look={look} />
              {t(word)}
              {howMany(count)}
            </li>
          ))}
      </ul>
      <p className="dl-quiet dl-small">
        {classes.length > 1 && t('squares.classes')} {t('squares.about')}
      </p>
      {figures.some(({ look }) => isHidden(look)) && <WhyWithheld />}
    </section>
  );
}
