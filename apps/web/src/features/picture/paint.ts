import type { AreaPaint } from '../../map/map-style.js';
import { classColour, LOOK_COLOURS } from '../../map/palette.js';
import { valueOf, type AreaFigure } from './area-figure.js';
import { classBreaks, classOf, type ValueClass } from './class-breaks.js';
import type { Measure } from './picture-search.js';

const CLASSES = 5;

/** The classes of the sheet: counts by whole numbers, rates to a tenth. */
export function classesOf(figures: readonly AreaFigure[], measure: Measure): ValueClass[] {
  const values = figures.filter(({ look }) => look === 'shown').flatMap((figure) => valueOf(figure, measure) ?? []);
  return classBreaks(values, CLASSES, measure === 'reports' ? 1 : 0.1);
}

function colourOf(figure: AreaFigure, measure: Measure, classes: readonly ValueClass[]): string {
  if (figure.look === 'withheld') return LOOK_COLOURS.withheld;
  if (figure.look === 'none_or_few') return LOOK_COLOURS.noneOrFew;
  if (figure.look === 'not_delivered') return LOOK_COLOURS.notDelivered;
  if (figure.look === 'zero') return LOOK_COLOURS.zero;
  const value = valueOf(figure, measure);
  return value === null ? LOOK_COLOURS.noFigure : classColour(classOf(value, classes), classes.length);
}

/** What the map draws of each area. */
export function paintsOf(figures: readonly AreaFigure[], measure: Measure): Map<string, AreaPaint> {
  const classes = classesOf(figures, measure);
  return new Map(
    figures.map((figure) => [
      figure.code,
      {
        look: figure.look === 'withheld' || figure.look === 'not_delivered' ? figure.look : 'colour',
        colour: colourOf(figure, measure, classes),
        hotspot: figure.hotspot ?? 'none',
      },
    ]),
  );
}
