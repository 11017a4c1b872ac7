import { diceOf, type Dice } from '../chance/dice.js';

/** No vowels and no digits: a key is never a word, a number of a person or a postcode by accident. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LENGTH = 16;

/** Names of the seed for who is in the demo: the same thing always has the same, other things (or seeds) another. */
export interface DemoKeys {
  household(address: number): string;
  /** A citizen service number that passes the elfproef and is nobody's: they all begin with 99, which is not given out. */
  bsn(address: number, member: number): string;
  reporter(name: string): string;
}

export function demoKeys(seed: number): DemoKeys {
  const known = new Map<string, string>();
  const keyOf = (kind: 'hh' | 'rp', what: string): string => {
    const label = `${kind} ${what}`;
    let key = known.get(label);
    if (key === undefined) {
      const dice = diceOf(seed, label);
      key = kind;
      for (let i = 0; i < LENGTH; i++) key += LETTERS[dice.below(LETTERS.length)];
      known.set(label, key);
    }
    return key;
  };
  return {
    household: (address) => keyOf('hh', String(address)),
    bsn: (address, member) => bsnOf(diceOf(seed, `bsn ${address}/${member}`)),
    reporter: (name) => keyOf('rp', name),
  };
}

/** Eight digits, and the ninth that makes the weighted sum a multiple of eleven; for one in eleven there is none. */
function bsnOf(dice: Dice): string {
  for (;;) {
    const digits = [9, 9, ...Array.from({ length: 6 }, () => dice.below(10))];
    const check = digits.reduce((sum, digit, i) => sum + (9 - i) * digit, 0) % 11;
    if (check < 10) return [...digits, check].join('');
  }
}
