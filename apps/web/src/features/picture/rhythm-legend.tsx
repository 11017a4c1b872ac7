import { useWords } from '../../app/i18n/use-words.js';
import { classColour } from '../../map/palette.js';
import { LegendSwatch } from './legend-swatch.js';
import type { RhythmShape } from './rhythm-shape.js';

const LOOK_WORDS = {
  zero: 'legend.zero',
  none_or_few: 'legend.noneOrFew',
  withheld: 'legend.withheld',
} as const;

/** Every colour and pattern of the strip, in words. Only what is in it is listed. */
export function RhythmLegend({ shape: { rows, classes, step } }: { shape: RhythmShape }) {
  const { t, number, rate } = useWords();
  const looks = new Set(rows.flatMap(({ cells }) => cells.map(({ look }) => look)));
  const text = step === 1 ? number : rate;
  return (
    <div className="dl-legend">
      <h3 className="dl-legend__title">{t(step === 1 ? 'rhythm.unitHours' : 'rhythm.unitBlocks')}</h3>
      <ul className="dl-legend__items">
        {classes.map(({ over, least, upTo }, index) => {
          const from = step === 1 && over !== null ? over + 1 : (over ?? least);
          return (
            <li key={upTo}>
              <LegendSwatch look="colour" colour={classColour(index, classes.length)} />
              {from === upTo ? text(upTo) : `${text(from)} – ${text(upTo)}`}
            </li>
          );
        })}
        {(['zero', 'none_or_few', 'withheld'] as const)
          .filter((look) => looks.has(look))
          .map((look) => (
            <li key={look}>
              <LegendSwatch look={look} />
              {t(LOOK_WORDS[look])}
            </li>
          ))}
      </ul>
    </div>
  );
}
