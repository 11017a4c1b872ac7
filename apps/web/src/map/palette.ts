/**
 * Sequential and safe for colour-blind readers (ColorBrewer YlGnBu, five classes, without its palest, which is too near to zero). Hotspots and coldspots are
 * outlines in a hue that the scale does not have, and differ in line as well as in colour.
 */
export const SEQUENTIAL = ['#c7e9b4', '#7fcdbb', '#41b6c4', '#2c7fb8', '#253494'] as const;

/** Ink that reads on each colour of the scale (contrast of 4.5 at least, WCAG 1.4.3): on the fourth white falls short, and so does any ink but black. */
const INKS: Record<(typeof SEQUENTIAL)[number], string> = {
  '#c7e9b4': '#000000',
  '#7fcdbb': '#000000',
  '#41b6c4': '#000000',
  '#2c7fb8': '#000000',
  '#253494': '#ffffff',
};

export const LOOK_COLOURS = {
  zero: '#fcfcf7',
  noneOrFew: '#e6e4d8',
  withheld: '#c9ced6',
  withheldMark: '#5d6978',
  notDelivered: '#f3e3d3',
  notDeliveredMark: '#8a4b12',
  noFigure: '#ffffff',
  border: '#8593a5',
  outline: '#2b3a4c',
  hot: '#b3005e',
  cold: '#00307a',
  selected: '#0b0c0c',
  halo: '#ffffff',
} as const;

/** The colour of class `index` of `count`: few classes are spread over the whole scale. */
export function classColour(index: number, count: number): (typeof SEQUENTIAL)[number] {
  const last = SEQUENTIAL.length - 1;
  const at = count <= 1 ? last - 2 : Math.round((index * last) / (count - 1));
  return SEQUENTIAL[Math.min(last, Math.max(0, at))] ?? SEQUENTIAL[0];
}

/** In what a number is written on the colour of its class. */
export const classInk = (index: number, count: number): string => INKS[classColour(index, count)];
