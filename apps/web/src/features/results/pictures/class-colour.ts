import { classColour, LOOK_COLOURS } from '../../../map/palette.js';

/** Much more than elsewhere, in the colour of a hotspot. */
const MUCH = '#e8a3c4';
/** Much less than elsewhere. */
const LITTLE = '#a3bfe0';
/** Classes of the methods that say how an area stands to the others; all other classes share one scale. */
const STANDING: Readonly<Record<string, string>> = {
  hot: MUCH,
  'high-high': MUCH,
  more: MUCH,
  cold: LITTLE,
  'low-low': LITTLE,
  less: LITTLE,
  none: LOOK_COLOURS.zero,
  not_significant: LOOK_COLOURS.zero,
  'not-significant': LOOK_COLOURS.zero,
  average: LOOK_COLOURS.zero,
};

/** The colour of a class on the map: much and little oppose each other and nothing special is pale; else the place in the legend counts. */
export const colourOfClass = (key: string, index: number, count: number): string =>
  STANDING[key] ?? classColour(index, count);
