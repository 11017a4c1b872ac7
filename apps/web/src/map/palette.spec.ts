import { describe, expect, it } from '@jest/globals';
import { classColour, classInk, SEQUENTIAL } from './palette.js';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe('the ink on a colour of the scale', () => {
  it.each(SEQUENTIAL.map((_colour, i) => i))('can be read on class %d', (i) => {
    const [low, high] = [classColour, classInk]
      .map((of) => luminance(of(i, SEQUENTIAL.length)))
      .sort((one, other) => one - other);
    expect((high! + 0.05) / (low! + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});
