import { describe, expect, it } from '@jest/globals';
import { classColour, SEQUENTIAL } from './palette.js';
import { dots, hatch, type PatternImage } from './pattern.js';

const pixel = ({ data, width }: PatternImage, x: number, y: number) => [
  ...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4),
];
const share = (image: PatternImage, red: number) =>
  image.data.filter((value, index) => index % 4 === 0 && value === red).length / (image.width * image.height);

describe('the patterns of areas without a number', () => {
  it('draws a diagonal that goes on in the next tile', () => {
    const image = hatch('#ffffff', '#000000', 8, 2);
    expect(pixel(image, 0, 0)).toEqual([0, 0, 0, 255]);
    expect(pixel(image, 4, 0)).toEqual([255, 255, 255, 255]);
    // Leaving at the right edge and entering at the left edge of the next tile, one row further.
    expect(pixel(image, 7, 1)).toEqual(pixel(image, 0, 0));
    expect(share(image, 0)).toBeCloseTo(2 / 8);
  });

  it('draws one dot in the middle', () => {
    const image = dots('#ffffff', '#102030', 8, 2);
    expect(pixel(image, 4, 4)).toEqual([16, 32, 48, 255]);
    expect(pixel(image, 0, 0)).toEqual([255, 255, 255, 255]);
  });
});

describe('the colours of the classes', () => {
  it('spreads few classes over the whole scale', () => {
    expect([0, 1].map((index) => classColour(index, 2))).toEqual([SEQUENTIAL[0], SEQUENTIAL[4]]);
    expect([0, 1, 2, 3, 4].map((index) => classColour(index, 5))).toEqual([...SEQUENTIAL]);
  });
  it('gives one class the middle', () => expect(classColour(0, 1)).toBe(SEQUENTIAL[2]));
});
