import { useWords, type Words } from '../../app/i18n/use-words.js';
import type { MapSheet } from '../../gql/types.js';
import { classColour } from '../../map/palette.js';
import { WhyWithheld } from '../../ui/why-withheld.js';
import { isHidden, valueOf, type AreaFigure } from './area-figure.js';
import type { ValueClass } from './class-breaks.js';
import { LegendSwatch } from './legend-swatch.js';
import { classesOf } from './paint.js';
import type { PictureChoice } from './picture-choice.js';
import type { Measure } from './picture-search.js';

/** The numbers of one colour. */
export function rangeText({ number, rate }: Words, { least, over, upTo }: ValueClass, measure: Measure): string {
  if (measure !== 'reports') return over === null ? `≤ ${rate(upTo)}` : `${rate(over)} – ${rate(upTo)}`;
  const from = over === null ? least : over + 1;
  return from === upTo ? number(upTo) : `${number(from)} – ${number(upTo)}`;
}

function unitText({ t }: Words, measure: Measure, { smoothedPer }: MapSheet): string {
  if (measure === 'reports') return t('legend.unitReports');
  return measure === 'rate' ? t('legend.unitRate') : t(`legend.unitSmoothed.${smoothedPer ?? 'none'}`);
}

const LOOK_WORDS = {
  zero: 'legend.zero',
  none_or_few: 'legend.noneOrFew',
  withheld: 'legend.withheld',
  not_delivered: 'legend.notDelivered',
} as const;

/** Every colour, pattern and line of the map, in words. Only what is on the map is listed. */
export function Legend({
  choice,
  figures,
  sheet,
}: {
  choice: PictureChoice;
  figures: readonly AreaFigure[];
  sheet: MapSheet;
}) {
  const words = useWords();
  const { t, number } = words;
  const classes = classesOf(figures, choice.measure);
  const looks = (['zero', 'none_or_few', 'withheld', 'not_delivered'] as const).map((look) => ({
    look,
    areas: figures.filter((figure) => figure.look === look).length,
  }));
  const hasHot = figures.some(({ hotspot }) => hotspot === 'hot');
  const hasCold = figures.some(({ hotspot }) => hotspot === 'cold');
  const noFigure =
    choice.measure === 'reports'
      ? 0
      : figures.filter((one) => one.look === 'shown' && valueOf(one, choice.measure) === null).length;
  return (
    <section className="dl-legend" aria-labelledby="legend">
      <h3 id="legend" className="dl-legend__title">
        {t('legend.title')}: {unitText(words, choice.measure, sheet)}
      </h3>
      <ul className="dl-legend__items">
        {classes.map((one, index) => (
          <li key={one.upTo}>
            <LegendSwatch look="colour" colour={classColour(index, classes.length)} />
            {rangeText(words, one, choice.measure)}
            <span className="dl-quiet">{t('legend.areas', { count: one.areas })}</span>
          </li>
        ))}
        {looks
          .filter(({ areas }) => areas > 0)
          .map(({ look, areas }) => (
            <li key={look}>
              <LegendSwatch look={look} />
              {t(LOOK_WORDS[look])}
              <span className="dl-quiet">{t('legend.areas', { count: areas })}</span>
            </li>
          ))}
        {noFigure > 0 && (
          <li>
            <LegendSwatch look="no_figure" />
            {t('legend.noFigure')}
            <span className="dl-quiet">{t('legend.areas', { count: noFigure })}</span>
          </li>
        )}
        {hasHot && (
          <li>
            <LegendSwatch look="hot" />
            {t('legend.hot')}
          </li>
        )}
        {hasCold && (
          <li>
            <LegendSwatch look="cold" />
            {t('legend.cold')}
          </li>
        )}
      </ul>
      {choice.measure === 'smoothed' && sheet.smoothedPer !== null && (
        <p className="dl-quiet dl-small">{t('legend.smoothed')}</p>
      )}
      <p className="dl-quiet dl-small">
        {classes.length > 1 && `${t('legend.classes')}. `}
        {sheet.testedAreas > 0
          ? t('legend.test', { count: sheet.testedAreas, percent: number(sheet.significance * 100) })
          : t('legend.noTest')}
      </p>
      {looks.some(({ look, areas }) => isHidden(look) && areas > 0) && <WhyWithheld />}
    </section>
  );
}
