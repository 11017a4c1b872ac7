/** A small square image that tiles: what the map lays over an area that has no number. */
export interface PatternImage {
  width: number;
  height: number;
  data: Uint8ClampedArray<ArrayBuffer>;
}

type Rgb = readonly [red: number, green: number, blue: number];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;

function paint(size: number, ground: string, mark: string, isMark: (x: number, y: number) => boolean): PatternImage {
  const [on, off] = [rgbOf(mark), rgbOf(ground)];
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) data.set([...(isMark(x, y) ? on : off), 255], (y * size + x) * 4);
  return { width: size, height: size, data };
}

/** Diagonal lines that meet at the edges of the tile: "withheld". */
export const hatch = (ground: string, mark: string, size = 16, stroke = 4): PatternImage =>
  paint(size, ground, mark, (x, y) => (x + y) % size < stroke);

/** Dots: "not delivered". */
export const dots = (ground: string, mark: string, size = 16, radius = 2.6): PatternImage =>
  paint(size, ground, mark, (x, y) => (x - size / 2 + 0.5) ** 2 + (y - size / 2 + 0.5) ** 2 <= radius ** 2);
