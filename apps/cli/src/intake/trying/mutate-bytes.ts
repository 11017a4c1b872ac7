import type { Chance } from '../chance.js';

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** What goes wrong with the bytes of a file: a disk, a connection, a program that guesses, or somebody who means harm. */
export const BYTE_MUTATIONS = {
  'flipped bits': (bytes, chance) => {
    const changed = Uint8Array.from(bytes);
    for (let n = 1 + chance.below(8); n > 0 && changed.length > 0; n -= 1)
      changed[chance.below(changed.length)]! ^= 1 << chance.below(8);
    return changed;
  },
  truncated: (bytes, chance) => bytes.slice(0, chance.below(bytes.length + 1)),
  'beginning gone': (bytes, chance) => bytes.slice(chance.below(Math.min(bytes.length, 400) + 1)),
  'stretch twice': (bytes, chance) => {
    const from = chance.below(bytes.length + 1);
    const to = Math.min(bytes.length, from + chance.below(2_000));
    return Buffer.concat([bytes.slice(0, to), bytes.slice(from)]);
  },
  'stretch of noise': (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    const noise = Uint8Array.from({ length: 1 + chance.below(64) }, () => chance.below(256));
    return Buffer.concat([bytes.slice(0, at), noise, bytes.slice(at)]);
  },
  'stray quote': (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    return Buffer.concat([bytes.slice(0, at), Buffer.from('"'), bytes.slice(at)]);
  },
  'other encoding': (bytes) => Buffer.from(latin1(bytes), 'utf8'),
  'encoding taken for another': (bytes) => Buffer.from(Buffer.from(bytes).toString('utf8'), 'latin1'),
  'utf-16 of it': (bytes) => Buffer.from(latin1(bytes), 'utf16le'),
  'other separator halfway': (bytes, chance) => {
    const text = latin1(bytes);
    const half = chance.below(text.length + 1);
    const [one, other] = [chance.pick([';', ',', '\t']), chance.pick([',', '|', '\n'])];
    return bytesOf(text.slice(0, half) + text.slice(half).replaceAll(one, other));
  },
  'line ends of an old Macintosh': (bytes) => bytesOf(latin1(bytes).replaceAll('\r\n', '\n').replaceAll('\n', '\r')),
  'mixed line ends': (bytes, chance) =>
    bytesOf(latin1(bytes).replaceAll(/\r?\n/g, () => chance.pick(['\n', '\r\n', '\r']))),
  'zero bytes': (bytes, chance) => {
    const at = chance.below(bytes.length + 1);
    return Buffer.concat([bytes.slice(0, at), new Uint8Array(1 + chance.below(2_000)), bytes.slice(at)]);
  },
} satisfies Record<string, (bytes: Uint8Array, chance: Chance) => Uint8Array>;

export type ByteMutation = keyof typeof BYTE_MUTATIONS;
