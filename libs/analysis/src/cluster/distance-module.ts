/*
 * The loop of `inJavaScript` in distance-kernel.ts, written out in the instructions of WebAssembly (core specification 2.0, chapter 5), two values
 * at a time. Addresses are of bytes. See docs/adr/0076.
 */
const [I32, V128] = [0x7f, 0x7b];
const [POINT, ROW, COUNT, WIDTH, OUT, AT, END, A, B, C, NOUGHT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const number = (n: number) => [0x41, n];
const [ADD, SUBTRACT, IS_LESS, ADD_DOUBLES] = [0x6a, 0x6b, 0x49, 0xa0];
const [LOOP, AGAIN_IF, FINISH] = [[0x03, 0x40], [0x0d, 0], 0x0b];
const storeDouble = [0x39, 3, 0];
const loadTwo = (offset: number) => [0xfd, 0x00, 3, offset];
const [ADD_TWO, SUBTRACT_TWO, MULTIPLY_TWO] = [0xf0, 0xf1, 0xf2].map((code) => [0xfd, code, 0x01]) as [
  number[],
  number[],
  number[],
];
const one = (lane: number) => [0xfd, 0x21, lane];

/** sum += (point − row)² for two values at once. */
const addSquares = (sum: number, offset: number) => [
  ...[...get(AT), ...loadTwo(offset), ...get(ROW), ...loadTwo(offset), ...SUBTRACT_TWO, ...tee(C)],
  ...[...get(C), ...MULTIPLY_TWO, ...get(sum), ...ADD_TWO, ...set(sum)],
];

const BODY = [
  // Locals: two addresses, three sums or differences, and one that stays zero.
  ...[2, 2, I32, 4, V128],
  ...[...get(POINT), ...get(WIDTH), ADD, ...set(END)],
  ...LOOP,
  ...[...get(POINT), ...set(AT), ...get(NOUGHT), ...set(A), ...get(NOUGHT), ...set(B)],
  ...LOOP,
  ...[...addSquares(A, 0), ...addSquares(B, 16)],
  ...[...get(ROW), ...number(32), ADD, ...set(ROW)],
  ...[...get(AT), ...number(32), ADD, ...tee(AT), ...get(END), IS_LESS, ...AGAIN_IF],
  FINISH,
  ...[...get(OUT), ...get(A), ...get(B), ...ADD_TWO, ...tee(A), ...one(0), ...get(A), ...one(1), ADD_DOUBLES],
  ...storeDouble,
  ...[...get(OUT), ...number(8), ADD, ...set(OUT)],
  ...[...get(COUNT), ...number(1), SUBTRACT, ...tee(COUNT), ...AGAIN_IF],
  ...[FINISH, FINISH],
];

/** In LEB128, for less than 16,384. */
const size = (n: number) => (n < 128 ? [n] : [(n & 127) | 128, n >> 7]);
const section = (id: number, content: number[]) => [id, ...size(content.length), ...content];
const name = (text: string) => [text.length, ...Array.from(text, (letter) => letter.charCodeAt(0))];

/** A module of 200 bytes: takes memory `of.memory`, gives the function `distances(point, rows, count, width, out)`. */
export const DISTANCE_MODULE = Uint8Array.from([
  ...[0, ...Array.from('asm', (letter) => letter.charCodeAt(0)), 1, 0, 0, 0],
  ...section(1, [1, 0x60, 5, I32, I32, I32, I32, I32, 0]),
  ...section(2, [1, ...name('of'), ...name('memory'), 2, 0, 1]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...name('distances'), 0, 0]),
  ...section(10, [1, ...size(BODY.length), ...BODY]),
]);
